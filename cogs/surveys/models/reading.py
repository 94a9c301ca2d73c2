"""A questionnaire from its TOML text: each field on its own. What ties questions together is in `checking`."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from cogs.surveys.models.checking import check
from cogs.surveys.models.positions import Lines, positions
from cogs.surveys.models.problems import BadQuestionnaire, Problem, Remarks
from cogs.surveys.models.question_fields import identifier, read_options, read_question, wording_of
from cogs.surveys.models.questionnaire import (
    LANGUAGES,
    MOST_INTRODUCTION,
    MOST_QUESTIONS,
    MOST_TITLE,
    Question,
    Questionnaire,
)
from cogs.surveys.models.toml_table import TomlTable

MOST_TOML = 100_000
_MOST_VERSION = 10_000
_LONG_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){20}""")
"""`a.a.a.…`: `tomllib` takes memory by the square of its length (measured: 3 GB for 100 kB)."""
_PLACE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)$")


def read_questionnaire(toml_text: str) -> Questionnaire:
    """Raises BadQuestionnaire, with everything that is to be corrected."""
    values, lines = _parse(toml_text)
    remarks = Remarks(lines)
    root = TomlTable(values, (), remarks)
    languages = _languages(root)
    profile, crossed = _profile(root.table("profile"))
    questionnaire = Questionnaire(
        key=identifier(root, "key"),
        version=root.integer("version", default=1, most=_MOST_VERSION),
        languages=languages,
        title=wording_of(root, "title", languages, MOST_TITLE),
        introduction=wording_of(root, "introduction", languages, MOST_INTRODUCTION),
        profile=profile,
        crossed=crossed,
        questions=_questions(root, languages),
    )
    root.end()
    check(questionnaire, remarks)
    remarks.require()
    return questionnaire


def _parse(toml_text: str) -> tuple[dict[str, Any], Lines]:
    if len(toml_text) > MOST_TOML:
        raise BadQuestionnaire([_whole(1, "file-too-long", length=len(toml_text), most=MOST_TOML)])
    text = toml_text.removeprefix("\ufeff").replace("\r\n", "\n")
    if long_key := _LONG_KEY.search(text):
        line = text.count("\n", 0, long_key.start()) + 1
        raise BadQuestionnaire([_whole(line, "toml", detail="a key of too many parts")])
    try:
        return tomllib.loads(text), positions(text)
    except ValueError as error:  # also of a number with too many digits, which is no TOMLDecodeError
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        raise BadQuestionnaire([_whole(line, "toml", detail=_PLACE.sub("", str(error)))]) from None
    except RecursionError:
        raise BadQuestionnaire([_whole(1, "toml", detail="nested too deeply")]) from None


def _whole(line: int, name: str, **params: object) -> Problem:
    return Problem(line, "", f"surveys-problem-{name}", tuple(params.items()))


def _languages(root: TomlTable) -> tuple[str, ...]:
    asked = root.strings("languages")
    known = tuple(dict.fromkeys(language for language in asked if language in LANGUAGES))
    if len(known) < len(asked) or (root.has("languages") and "fr" not in known):
        root.remark("languages", "languages", known=", ".join(LANGUAGES))
    return known or ("fr",)


def _profile(table: TomlTable | None) -> tuple[str | None, tuple[str, ...]]:
    if table is None:
        return None, ()
    question, crossed = table.string("question"), table.strings("crossed")
    table.end()
    return question or None, crossed[: MOST_QUESTIONS + 1]


def _questions(root: TomlTable, languages: tuple[str, ...]) -> tuple[Question, ...]:
    tables = root.tables("question")
    if not tables and root.has("question"):
        root.remark("question", "no-question")
    if len(tables) > MOST_QUESTIONS:
        root.remark("question", "too-many-questions", count=len(tables), most=MOST_QUESTIONS)
        tables = tables[:MOST_QUESTIONS]
    options = {table.path: read_options(table, languages) for table in tables}
    ids = {table.string("id"): options[table.path] for table in tables}
    return tuple(read_question(table, languages, options[table.path], ids) for table in tables)
