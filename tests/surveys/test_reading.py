"""A questionnaire's file: what is read, and every mistake named with its line and its field."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.client import ROOT
from bot.screen.i18n import LANGUAGES, Catalogue
from cogs.surveys.models import BadQuestionnaire, Condition, Kind, Problem, read_questionnaire
from cogs.surveys.models.positions import positions
from tests.surveys.toml import HEAD, PROFILE, crossed_with, options, question, show_if


@pytest.fixture(scope="module")
def words() -> Catalogue:
    return Catalogue([ROOT / "cogs/surveys/locales"])


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BadQuestionnaire) as refusal:
        read_questionnaire(text)
    return refusal.value.problems


def found(text: str) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.field, problem.key.removeprefix("surveys-problem-")) for problem in problems(text)]


def line_with(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def test_every_kind_is_read_with_what_belongs_to_it() -> None:
    text = HEAD + "".join(
        [
            question("un", "single", options("a", "b"), "required = true"),
            question("deux", "several", options("a", "b", "c"), "maximum = 2", show_if("un", "b")),
            question("trois", "agreement", 'help.fr = "Une aide."'),
            question("quatre", "score"),
            question("cinq", "ranking", options("a", "b", "c")),
            question("six", "open", "characters = 200"),
        ]
    )
    questions = read_questionnaire(text).questions
    assert [each.kind for each in questions] == list(Kind)
    assert [each.answers for each in questions] == [2, 3, 6, 11, 9, 1]
    assert questions[0].required
    assert questions[1].maximum == 2
    assert questions[1].show_if == Condition("un", (1,))
    assert questions[2].help is not None
    assert questions[2].help.in_language("en") == "Une aide."
    assert questions[5].characters == 200


def test_lines_wrapped_in_the_file_become_one_and_no_break_spaces_stay() -> None:
    text = HEAD.replace('"Quelques questions."', '"""\nDeux lignes\n  d’un paragraphe\u00a0:\n\nun autre.\n"""')
    read = read_questionnaire(text + question("un", "score"))
    assert read.introduction.first == "Deux lignes d’un paragraphe\u00a0:\n\nun autre."


def test_all_mistakes_are_told_at_once_each_with_its_line_and_field() -> None:
    text = HEAD + question("Un", "singel", "requierd = true") + question("deux", "single", options("a"), "maximum = 2")
    assert found(text) == [
        (line_with(text, '"Un"'), "question[1].id", "identifier"),
        (line_with(text, "singel"), "question[1].kind", "kind"),
        (line_with(text, "requierd"), "question[1].requierd", "unknown-field"),
        (line_with(text, "options"), "question[2].options", "number-of-options"),
        (line_with(text, "maximum"), "question[2].maximum", "not-for-this-kind"),
    ]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (question("un", "single"), "missing"),
        (question("un", "score", options("a", "b")), "not-for-this-kind"),
        (question("un", "ranking", options(*"abcdef")), "number-of-options"),
        (question("un", "several", options("a", "b"), "maximum = 3"), "number"),
        (question("un", "several", options("a", "b"), "maximum = true"), "type"),
        (question("un", "open", "characters = 4000"), "number"),
        (question("un", "score", text="x" * 4000), "too-long"),
        (question("un", "score", text="\u200b \u00a0"), "empty"),
        (question("un", "score", 'text.en = "One"'), "undeclared-language"),
        (question("un", "score", "help.fr = 3"), "type"),
        (question("un", "score", 'required = "yes"'), "type"),
        (question("un", "single", 'options = [{ id = "a", fr = "A" }, "b"]'), "type"),
        (question("un", "single", options("a", "b").replace('id = "b"', 'id = "a"')), "duplicate"),
        (question("un", "single", options("a", "b").replace('fr = "b"', 'fr = "A"')), "duplicate"),
        (question("un", "score") + question("un", "score"), "duplicate"),
        (question("un", "score", show_if("rien", "a")), "no-such-question"),
        (question("un", "score") + question("deux", "score", show_if("un", "a")), "condition-kind"),
        (question("un", "single", options("a", "b")) + question("deux", "score", show_if("un", "c")), "no-such-option"),
        (question("un", "single", options("a", "b")) + question("deux", "score", show_if("un")), "empty"),
        (PROFILE + crossed_with("rien"), "no-such-question"),
        (PROFILE + crossed_with("famille"), "crossed-with-itself"),
        (PROFILE + question("un", "open") + crossed_with("un"), "crossed-kind"),
        (PROFILE + question("un", "ranking", options("a", "b")) + crossed_with("un"), "crossed-kind"),
        (PROFILE + question("un", "score") + crossed_with("un", "un"), "duplicate"),
        (PROFILE + question("un", "score", show_if("famille", "scene")) + crossed_with("un"), "condition-on-profile"),
        (question("un", "score") + crossed_with("un"), "no-such-question"),
        ((PROFILE + question("un", "score") + crossed_with("un")).replace("required = true", ""), "profile-required"),
        ((PROFILE + question("un", "score") + crossed_with("un")).replace("prefer-not-to-say", "x"), "profile-first"),
        (
            question("famille", "single", "required = true", options("prefer-not-to-say", *"abcde"))
            + question("un", "score")
            + crossed_with("un"),
            "profile-bands",
        ),
        (
            question("famille", "score", "required = true") + question("un", "score") + crossed_with("un"),
            "profile-kind",
        ),
        (
            question("un", "single", options("a", "b"))
            + PROFILE.rstrip()
            + "\n"
            + show_if("un", "a")
            + "\n"
            + crossed_with("un"),
            "profile-hidden",
        ),
    ],
)
def test_each_mistake_is_named_in_both_languages(words: Catalogue, wrong: str, expected: str) -> None:
    told = found(HEAD + wrong)
    assert [key for _, _, key in told] == [expected]
    assert told[0][0] > HEAD.count("\n")
    assert told[0][1]
    (problem,) = problems(HEAD + wrong)
    assert words.text("fr", problem.key, dict(problem.params)) != words.text("en", problem.key, dict(problem.params))


def test_a_circle_of_conditions_is_refused_where_it_looks_ahead() -> None:
    circle = HEAD + question("un", "single", options("a", "b"), show_if("deux", "a"))
    circle += question("deux", "single", options("a", "b"), show_if("un", "a"))
    assert found(circle) == [
        (line_with(circle, '"deux", options'), "question[1].show_if.question", "condition-not-earlier")
    ]


def test_two_hundred_questions_are_too_many() -> None:
    told = found(HEAD + "".join(question(f"q{number}", "score") for number in range(200)))
    assert told == [(line_with(HEAD + "\n[[question]]", "[[question]]"), "question", "too-many-questions")]


@pytest.mark.parametrize("languages", ['["de"]', '["en"]', "[]", '["fr", "fr"]'])
def test_french_is_one_of_the_languages(languages: str) -> None:
    text = HEAD.replace('["fr"]', languages) + question("un", "score")
    assert (2, "languages", "languages") in found(text)


def test_a_text_is_in_every_language_announced() -> None:
    told = found(HEAD.replace('["fr"]', '["fr", "en"]') + question("un", "score"))
    assert [(field, key) for _, field, key in told] == [
        ("title.en", "missing"),
        ("introduction.en", "missing"),
        ("question[1].text.en", "missing"),
    ]


def test_nothing_at_all_is_missing_everything() -> None:
    assert {key for _, _, key in found("")} == {"missing"}
    assert [field for _, field, _ in found("")] == ["languages", "key", "title", "introduction", "question"]


def test_what_is_not_toml_is_refused_at_its_line() -> None:
    assert found('key = "a"\nlanguages = [') == [(2, "", "toml")]
    assert found('key = "a"\n\ntitle = oui\n') == [(3, "", "toml")]
    assert found("x = " + "[" * 50_000) == [(1, "", "toml")]
    assert found("#" * 100_001) == [(1, "", "file-too-long")]
    assert found("version = " + "9" * 5000)[0][2] == "toml"


@pytest.mark.parametrize(
    "text",
    [
        "a." * 45_000 + "b = 1",
        "[" + "a . " * 24_000 + "b]",
        "".join(f"a{number} = 1\n" for number in range(9000)),
        HEAD + PROFILE + question("un", "score") + crossed_with(*["un"] * 15_000),
        HEAD + question("un", "single", options(*(f"o{number}" for number in range(3000)))),
        'x = "' + "a" * 90_000,
        "x = " + "[" * 400 + "]" * 400,
        "x = '''" + "'" * 40_000,
        'x = """' + '"' * 40_000,
    ],
    ids=range(9),
)
def test_a_file_made_to_be_slow_is_refused_soon(text: str) -> None:
    begun = perf_counter()
    assert problems(text)
    assert perf_counter() - begun < 5


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = HEAD + question("un", "score")
    assert read_questionnaire("\ufeff" + text.replace("\n", "\r\n")) == read_questionnaire(text)


def test_positions_are_those_of_the_file_however_it_is_written() -> None:
    text = """\
# a = 1
a.b = "x # y" # c = 2
"d" = [
  1, # two
  { e = '''
[[not a header]]
''', f = 2 },
  [3,
   4],
]
g = \"\"\"
h = "\\\"" ""
\"\"\"
[i . j]
k = 1979-05-27T07:32:00Z
[[l]]
m = 1
[[l]]
m = { n = { o = 1 } }
[l.p]
q = true
"""
    assert positions(text) == {
        ("a",): 2,
        ("a", "b"): 2,
        ("d",): 3,
        ("d", 0): 4,
        ("d", 1): 5,
        ("d", 1, "e"): 5,
        ("d", 1, "f"): 7,
        ("d", 2): 8,
        ("d", 2, 0): 8,
        ("d", 2, 1): 9,
        ("g",): 11,
        ("i", "j"): 14,
        ("i", "j", "k"): 15,
        ("l",): 16,
        ("l", 0): 16,
        ("l", 0, "m"): 17,
        ("l", 1): 18,
        ("l", 1, "m"): 19,
        ("l", 1, "m", "n"): 19,
        ("l", 1, "m", "n", "o"): 19,
        ("l", 1, "p"): 20,
        ("l", 1, "p", "q"): 21,
    }


@given(text=st.text(alphabet="ab.=[]{}\"'#\n, 1\\", max_size=60))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    positions(text)
    with pytest.raises(BadQuestionnaire):
        read_questionnaire(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_problem_has_words_without_a_use(language: str) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "cogs/surveys/models").glob("*.py"))
    spoken = (ROOT / f"cogs/surveys/locales/{language}.ftl").read_text(encoding="utf-8")
    names = set(re.findall(r"^surveys-problem-([a-z-]+) =", spoken, re.MULTILINE)) - {"line", "line-field"}
    assert len(names) > 25
    assert names == {name for name in names if f'"{name}"' in source}
