"""From a page to the few tags that say something about it, in linear time.

A correct HTML parser can be made to hang, or to fill the memory: 2 MiB of `<div>` take minutes in lexbor, and 55 kB
of `<p><b id=1><p><b id=2>…` 9 seconds and 2.9 GB (measured), since the standard asks for copies of every open `<b>`.
So the page goes through here first; what reaches the parser has no formatting element and few tags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MOST_TAGS = 100_000
MOST_KEPT = 3_000
MOST_TEXT = 400_000
MOST_ATTRIBUTES = 300_000  # characters: a parser takes a hundred bytes for the four of `a=b `
_MOST_OPEN = 400
_MOST_BROKEN = 50
_LONGEST_TAG = 300_000
_LONGEST_KEPT_TAG = 8_000
_LONGEST_SCRIPT = 400_000
_LONGEST_TITLE = 4_000

# As the standard reads a tag: an apostrophe in an unquoted value opens nothing. Possessive, so that failing is linear.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+|=)*+)>"""
)
_KEPT = frozenset({"html", "meta", "h1", "h2", "p", "main", "article", "time"})
_SKIPPED = frozenset(
    {"script", "style", "noscript", "svg", "math", "template", "iframe", "textarea", "xmp", "noembed", "noframes"}
    | {"nav", "footer", "aside", "select", "button", "dialog", "object"}
)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr", "param"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "u", "wbr", "ins", "del", "kbd", "var", "big", "tt"}
)
_SPEAKING = re.compile(
    r"""\sitemprop\s*=|\srel\s*=\s*["']?author|\sclass\s*=\s*(?:"[^"]*|'[^']*|)"""
    r"""(?:author|auteur|byline|signature|publi|date|chapo|chapeau|standfirst|lead|intro|excerpt|accroche)""",
    re.IGNORECASE,
)
_LINK = re.compile(r"""\srel\s*=\s*["']?(?:canonical|author)|\sitemprop\s*=""", re.IGNORECASE)
_JSON_LD = re.compile(r"""\stype\s*=\s*["']?\s*application/ld\+json""", re.IGNORECASE)


@dataclass(slots=True)
class Sieve:
    """One pass over one page; `scripts` are the texts of its JSON-LD, `markup` what a parser may read safely."""

    page: str
    scripts: list[str] = field(default_factory=list[str])
    _out: list[str] = field(default_factory=list[str])
    _open: list[tuple[str, bool]] = field(default_factory=list[tuple[str, bool]])
    _unclosed: set[str] = field(default_factory=set[str])
    _place: int = 0
    _kept: int = 0
    _text: int = 0
    _attributes: int = 0
    _titles: int = 0
    _broken: int = 0

    @property
    def markup(self) -> str:
        return "".join(self._out)

    def run(self) -> None:
        for _ in range(MOST_TAGS):
            start = self.page.find("<", self._place)
            self._say(self._place, len(self.page) if start < 0 else start)
            if start < 0 or self._full() or not self._take(start):
                return

    def _full(self) -> bool:
        if self._kept >= MOST_KEPT or self._attributes >= MOST_ATTRIBUTES:
            return True
        return self._text >= MOST_TEXT or self._broken >= _MOST_BROKEN

    def _say(self, start: int, end: int) -> None:
        kept = min(end - start, MOST_TEXT - self._text)
        self._text += end - start
        if kept > 0:
            self._out.append(self.page[start : start + kept])

    def _take(self, start: int) -> bool:
        """Reads what begins at this `<`; False when the page ends inside it."""
        if self.page.startswith("<!--", start):
            return self._jump("-->", start + 4)
        if self.page.startswith(("<!", "<?"), start):
            return self._jump(">", start)
        tag = _TAG.match(self.page, start, start + _LONGEST_TAG)
        if tag is None:
            self._out.append("&lt;")
            self._broken += self.page[start + 1 : start + 2].isalpha()
            self._place = start + 1
            return True
        self._place = tag.end()
        name = tag[2].lower()
        return self._close(name) if tag[1] else self._begin(name, tag[3])

    def _jump(self, mark: str, start: int) -> bool:
        end = self.page.find(mark, start)
        self._place = end + len(mark)
        return end >= 0

    def _begin(self, name: str, attributes: str) -> bool:
        if name == "title":
            return self._title()
        if name in _SKIPPED:
            return self._skip(name, attributes)
        if name in _KEPT:
            self._keep(name, attributes)
        elif name == "link":
            if _LINK.search(attributes):
                self._keep(name, attributes)
        elif name not in _VOID:
            self._enter(name, attributes)
        elif name not in _INLINE:
            self._out.append(" ")
        return True

    def _keep(self, name: str, attributes: str) -> None:
        self._kept += 1
        if len(attributes) > _LONGEST_KEPT_TAG:
            attributes = attributes[:_LONGEST_KEPT_TAG] + ('"' if '="' in attributes[:_LONGEST_KEPT_TAG] else "'")
        self._attributes += len(attributes)
        self._out.append(f"<{name} {attributes}>")

    def _enter(self, name: str, attributes: str) -> None:
        """Any other element: kept under a name that is copied nowhere if its attributes speak, else only its text."""
        speaks = bool(_SPEAKING.search(attributes, 0, _LONGEST_KEPT_TAG))
        if speaks:
            self._keep("span", attributes)
        elif name not in _INLINE:
            self._out.append(" ")
        if len(self._open) < _MOST_OPEN:
            self._open.append((name, speaks))
        elif speaks:
            self._out.append("</span>")

    def _close(self, name: str) -> bool:
        if name in _KEPT:
            self._out.append(f"</{name}>")
            return True
        if name not in _INLINE:
            self._out.append(" ")
        if any(opened == name for opened, _ in self._open[-20:]):
            while self._open:
                opened, speaks = self._open.pop()
                self._out.append("</span>" if speaks else "")
                if opened == name:
                    break
        return True

    def _title(self) -> bool:
        """The first only: others are of drawings."""
        end = self._end_of("title")
        if self._titles == 0:
            title = self.page[self._place : len(self.page) if end is None else end.start()]
            self._out.append(f"<title>{title[:_LONGEST_TITLE].replace('<', '&lt;')}</title>")
        self._titles += 1
        self._place = len(self.page) if end is None else end.end()
        return end is not None

    def _skip(self, name: str, attributes: str) -> bool:
        start = self._place
        end = self._end_of(name)
        if end is None:
            return name not in {"script", "style", "textarea"}  # of the others, only the tag is left out
        if name == "script" and _JSON_LD.search(attributes) and end.start() - start <= _LONGEST_SCRIPT:
            self.scripts.append(self.page[start : end.start()])
        self._out.append(" ")
        self._place = end.end()
        return True

    def _end_of(self, name: str) -> re.Match[str] | None:
        """Looked for once to the end of the page, not once for each element that nobody closes."""
        if name in self._unclosed:
            return None
        end = re.compile(rf"</{name}[^>]*+>", re.IGNORECASE).search(self.page, self._place)
        if end is None:
            self._unclosed.add(name)
        return end
