"""Inclusive writing spelled out: `spectateur·rice·s` is spectateurs and spectatrices. Works on folded text."""

from __future__ import annotations

import re

DOTS = "·•・‧∙⋅･᛫●◦"
MIDDLE = "·"
# (end of the masculine, what is written after the dot) → end of the feminine. The first that fits counts.
_ENDINGS = (
    ("teur", "trice", "trice"),
    ("teur", "rice", "trice"),
    ("teur", "ice", "trice"),
    ("eur", "euse", "euse"),
    ("eur", "se", "euse"),
    ("eur", "eresse", "eresse"),
    ("eux", "euse", "euse"),
    ("eux", "se", "euse"),
    ("ieur", "e", "ieure"),
    ("if", "ive", "ive"),
    ("f", "ve", "ve"),
    ("ier", "iere", "iere"),
    ("er", "ere", "ere"),
    ("er", "e", "ere"),
    ("eau", "elle", "elle"),
    ("eaux", "elle", "elle"),
    ("el", "elle", "elle"),
    ("el", "lle", "elle"),
    ("el", "le", "elle"),
    ("eil", "le", "eille"),
    ("ul", "le", "ulle"),
    ("il", "le", "ille"),
    ("en", "enne", "enne"),
    ("en", "nne", "enne"),
    ("en", "ne", "enne"),
    ("on", "onne", "onne"),
    ("on", "ne", "onne"),
    ("an", "ne", "anne"),
    ("et", "ette", "ette"),
    ("et", "te", "ette"),
    ("ot", "te", "otte"),
    ("ef", "fe", "effe"),
    ("c", "que", "que"),
    ("tre", "sse", "tresse"),
    ("e", "esse", "esse"),
    ("in", "ine", "ine"),
    ("ain", "ine", "ine"),
    ("al", "ale", "ale"),
    ("aux", "ale", "ale"),
    ("tou", "te", "toute"),
    ("tous", "te", "toute"),
    ("tou", "tes", "toutes"),
    ("s", "se", "sse"),
)
# Written with a plain dot or a hyphen these words are too often something else; in parentheses they are rare.
_SUFFIX = "|".join(sorted({suffix for _, suffix, _ in _ENDINGS} | {"e", "es", "s"}, key=len, reverse=True))
_IN_PARENTHESES = re.compile(rf"(?<=[^\W\d_]{{2}})\(-?({_SUFFIX})(s?)\)(s?)(?!\w)")
_AFTER_SLASH = re.compile(rf"(?<=[^\W\d_]{{3}})/-?({_SUFFIX})(s?)(?!\w)")
_PLAIN = re.compile(rf"([^\W\d_]{{3,}})([.\-])({_SUFFIX})(?:s|\2s)?")
_PLURAL = re.compile(r"[sx]")


def mark(text: str) -> str:
    """The other ways to write it, as the middle dot: `chargé(e)s`, `chargé/e`, `chargé.e.s`, `chargé-e-s`."""
    for dot in DOTS:
        text = text.replace(dot, MIDDLE)
    text = _IN_PARENTHESES.sub(_dotted, text)
    return _AFTER_SLASH.sub(_dotted, text)


def spell_out(word: str) -> tuple[str, ...]:
    """Masculine, feminine; the word alone where it is not inclusive writing."""
    if MIDDLE not in word:
        return _spell_plain(word)
    base, *rest = [part for part in word.split(MIDDLE) if part] or [""]
    plural = bool(rest) and rest[-1] in {"s", "x"}
    endings = rest[:-1] if plural else rest
    if len(endings) > 1:
        return (base, *rest)
    if not endings:
        return (base + "s", base) if plural else (base,)
    return _pair(base, endings[0], plural=plural)


def _spell_plain(word: str) -> tuple[str, ...]:
    match = _PLAIN.fullmatch(word)
    if match is None:
        return (word,)
    base, suffix = match[1], match[3]
    plural = word.endswith("s")
    suffix = suffix.removesuffix("s") or "s"
    if suffix == "s":
        return (base + "s", base) if match[2] == "." else (word,)
    if suffix != "e" and _feminine(base.removesuffix("s"), suffix) is None and _feminine(base, suffix) is None:
        return (word,)
    return _pair(base, suffix, plural=plural)


def _pair(base: str, ending: str, *, plural: bool) -> tuple[str, ...]:
    if len(ending) > 1 and ending.endswith("s") and not ending.endswith("ss"):
        ending, plural = ending[:-1], True
    if base.endswith("s") and len(base) > 3 and _feminine(base[:-1], ending) is not None:  # noqa: PLR2004
        base, plural = base[:-1], True
    elif ending == "e" and base.endswith("s") and plural:
        base = base[:-1]
    feminine = _feminine(base, ending)
    if feminine is None:
        feminine = base + "e" if ending == "e" else _overlap(base, ending)
    if not plural:
        return (base, feminine)
    masculine = base if base.endswith(("s", "x")) else base + "s"
    return (masculine, feminine if feminine.endswith(("s", "x")) else feminine + "s")


def _feminine(base: str, ending: str) -> str | None:
    for masculine, written, feminine in _ENDINGS:
        if ending == written and base.endswith(masculine):
            return base[: len(base) - len(masculine)] + feminine
    return None


def _overlap(base: str, ending: str) -> str:
    """An ending of no known pair: a word of its own (`ceux·celles`) unless it is short and continues the base."""
    if len(ending) > 3 or (len(ending) > 1 and len(base) <= 3):  # noqa: PLR2004 - «celles», «la»
        return ending
    place = base.rfind(ending[0], max(0, len(base) - 3))
    return base[:place] + ending if place > 0 else base + ending


def _dotted(match: re.Match[str]) -> str:
    ending = MIDDLE + match[1]
    plural = any(group for group in match.groups()[1:])
    return ending + (MIDDLE + "s" if plural and match[1] != "s" else "")
