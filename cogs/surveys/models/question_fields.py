"""One `[[question]]` of the file as a Question; what ties it to others is in `checking`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cogs.surveys.models.questionnaire import (
    LEAST_OPTIONS,
    MOST_CHARACTERS,
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_RANKED,
    MOST_TEXT,
    USUAL_CHARACTERS,
    Condition,
    Kind,
    Option,
    Question,
    Wording,
)
from cogs.surveys.models.toml_table import TomlTable

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_ID = 40
_NOTHING = Wording((("fr", ""),))

OptionsById = Mapping[str, tuple[Option, ...]]


def read_question(
    table: TomlTable, languages: tuple[str, ...], options: tuple[Option, ...], options_by_id: OptionsById
) -> Question:
    kind = _kind(table)
    if kind is not None:
        _check_options(table, kind, options)
    question = Question(
        id=identifier(table, "id"),
        kind=kind or Kind.SINGLE,
        text=wording_of(table, "text", languages, MOST_TEXT),
        help=wording_of(table, "help", languages, MOST_TEXT) if table.has("help") else None,
        options=options,
        required=table.flag("required"),
        maximum=_maximum(table, kind, options),
        characters=_characters(table, kind),
        show_if=_condition(table.table("show_if"), options_by_id),
    )
    table.end()
    return question


def _kind(table: TomlTable) -> Kind | None:
    written = table.string("kind")
    if written in set(Kind):
        return Kind(written)
    if written:
        table.remark("kind", "kind", name=written[:_MOST_ID], known=", ".join(Kind))
    return None


def read_options(table: TomlTable, languages: tuple[str, ...]) -> tuple[Option, ...]:
    if not table.has("options"):
        return ()
    found: list[Option] = []
    for entry in table.tables("options")[: MOST_OPTIONS + 1]:
        option = Option(identifier(entry, "id"), entry.wording(languages, MOST_OPTION))
        entry.end()
        for name, earlier, value in _likenesses(option, found):
            if earlier:
                entry.remark(name, "duplicate", value=value)
        found.append(option)
    return tuple(found)


def _likenesses(option: Option, found: list[Option]) -> Iterable[tuple[str, bool, str]]:
    yield "id", any(option.id and option.id == other.id for other in found), option.id
    for language, text in option.text.texts:
        alike = any(text and text.casefold() == other.text.in_language(language).casefold() for other in found)
        yield language, alike, text


def _check_options(table: TomlTable, kind: Kind, options: tuple[Option, ...]) -> None:
    most = MOST_RANKED if kind is Kind.RANKING else MOST_OPTIONS
    if not kind.has_options:
        if table.has("options"):
            table.remark("options", "not-for-this-kind", name="options", kind=kind.value)
    elif not table.has("options"):
        table.remark("options", "missing", name="options")
    elif not LEAST_OPTIONS <= len(options) <= most:
        table.remark("options", "number-of-options", count=len(options), least=LEAST_OPTIONS, most=most)


def _maximum(table: TomlTable, kind: Kind | None, options: tuple[Option, ...]) -> int:
    most = max(1, len(options))
    if kind is Kind.SEVERAL:
        return table.integer("maximum", default=most, most=most)
    if kind is not None and table.has("maximum"):
        table.remark("maximum", "not-for-this-kind", name="maximum", kind=kind.value)
    return 1


def _characters(table: TomlTable, kind: Kind | None) -> int:
    if kind is not None and kind is not Kind.OPEN and table.has("characters"):
        table.remark("characters", "not-for-this-kind", name="characters", kind=kind.value)
    return table.integer("characters", default=USUAL_CHARACTERS, most=MOST_CHARACTERS)


def _condition(table: TomlTable | None, options_by_id: OptionsById) -> Condition | None:
    """Options that do not exist are remarked here, where their lines are known."""
    if table is None:
        return None
    question, chosen = table.string("question"), table.strings("options")
    table.end()
    places = {option.id: place for place, option in enumerate(options_by_id.get(question, ()))}
    for option in chosen:
        if places and option not in places:
            table.remark("options", "no-such-option", option=option[:_MOST_ID], question=question[:_MOST_ID])
    if table.has("options") and not chosen:
        table.remark("options", "empty")
    return Condition(question, tuple(sorted({places[option] for option in chosen if option in places})))


def identifier(table: TomlTable, name: str) -> str:
    written = table.string(name)
    if written and not (_ID.fullmatch(written) and len(written) <= _MOST_ID):
        table.remark(name, "identifier", value=written[:_MOST_ID], most=_MOST_ID)
    return written


def wording_of(table: TomlTable, name: str, languages: tuple[str, ...], most: int) -> Wording:
    inner = table.table(name, required=True)
    if inner is None:
        return _NOTHING
    wording = inner.wording(languages, most)
    inner.end()
    return wording
