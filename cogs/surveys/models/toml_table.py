"""One table of a TOML file, asked for its fields by type; what is missing, wrong or unknown is remarked, not raised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from cogs.surveys.models.positions import Path
from cogs.surveys.models.problems import SNIPPET, Remarks
from cogs.surveys.models.questionnaire import LANGUAGES, Wording

T = TypeVar("T")


class TomlTable:
    """A field that cannot be had is given as its stand-in, so that reading goes on to the next problem."""

    def __init__(self, values: Mapping[str, Any], path: Path, remarks: Remarks) -> None:
        self._values = values
        self._remarks = remarks
        self._asked: set[str] = set()
        self.path = path

    def string(self, name: str, *, default: str | None = None) -> str:
        return self._value(name, str, "" if default is None else default, required=default is None)

    def flag(self, name: str) -> bool:
        return self._value(name, bool, False, required=False)

    def integer(self, name: str, *, default: int, most: int) -> int:
        """Within 1 and `most`."""
        value = self._value(name, int, default, required=False)
        if not 1 <= value <= most:
            self.remark(name, "number", least=1, most=most)
            return default
        return value

    def strings(self, name: str) -> tuple[str, ...]:
        values: list[Any] = self._value(name, list, [], required=True)
        for place, value in enumerate(values):
            if not isinstance(value, str):
                self._remarks.add((*self.path, name, place), "type", expected="text")
        return tuple(value for value in values if isinstance(value, str))

    def table(self, name: str, *, required: bool = False) -> TomlTable | None:
        """None without one, or with something else in its place, which is remarked."""
        values = cast("dict[str, Any]", self._value(name, dict, {}, required=required))
        written = isinstance(self._values.get(name), dict)
        return TomlTable(values, (*self.path, name), self._remarks) if written else None

    def tables(self, name: str) -> list[TomlTable]:
        values: list[Any] = self._value(name, list, [], required=True)
        found: list[TomlTable] = []
        for place, value in enumerate(values):
            path = (*self.path, name, place)
            if isinstance(value, dict):
                found.append(TomlTable(cast("dict[str, Any]", value), path, self._remarks))
            else:
                self._remarks.add(path, "type", expected="table")
                found.append(TomlTable({}, path, Remarks({})))  # all that it lacks has been said
        return found

    def wording(self, languages: tuple[str, ...], most: int) -> Wording:
        """The table itself as one text, in each of the languages."""
        texts = {language: _unwrapped(self.string(language)) for language in languages}
        for language, text in texts.items():
            self._check_text(language, text, most)
        for language in LANGUAGES:
            if language not in languages and language in self._values:
                self.remark(language, "undeclared-language", language=language)
                self._asked.add(language)
        return Wording(tuple(texts.items()))

    def remark(self, name: str, problem: str, /, **params: object) -> None:
        self._remarks.add((*self.path, name) if name else self.path, problem, **params)

    def has(self, name: str) -> bool:
        self._asked.add(name)
        return name in self._values

    def end(self) -> None:
        """Every field has been asked for: any other is a mistake."""
        for name in self._values:
            if name not in self._asked:
                self.remark(name, "unknown-field", name=name[:SNIPPET], known=", ".join(sorted(self._asked)))

    def _value(self, name: str, kind: type[T], default: T, *, required: bool) -> T:
        self._asked.add(name)
        if name not in self._values:
            if required:
                self._remarks.add((*self.path, name), "missing", name=name)
            return default
        value: Any = self._values[name]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.remark(name, "type", expected=_NAMES[kind])
            return default
        return value

    def _check_text(self, name: str, text: str, most: int) -> None:
        if not isinstance(self._values.get(name), str):
            return
        if not any(unicodedata.category(character)[0] in "LNPS" for character in text):
            self.remark(name, "empty")
        if len(text) > most:
            self.remark(name, "too-long", length=len(text), most=most, text=text[:SNIPPET])


def _unwrapped(text: str) -> str:
    """Lines broken for the file's sake become one, paragraphs stay; no-break spaces are not touched."""
    visible = "".join(character for character in text if character == "\n" or unicodedata.category(character) != "Cc")
    paragraphs = re.split(r"\n *\n", visible)
    return "\n\n".join(filter(None, (re.sub("[ \n]+", " ", paragraph).strip(" ") for paragraph in paragraphs)))


_NAMES: Mapping[type, str] = {str: "text", bool: "flag", int: "number", list: "list", dict: "table"}
