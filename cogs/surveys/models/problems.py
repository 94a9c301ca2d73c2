"""What is wrong in a questionnaire's file: every problem at once, each with its line and its field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.errors import UserError
from cogs.surveys.models.positions import Lines, Path, line_of

SNIPPET = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """`field` as written in the file, places from 1: `question[3].options[2].fr`. `key` and `params`: a message."""

    line: int
    field: str
    key: str
    params: tuple[tuple[str, object], ...] = ()


class BadQuestionnaire(UserError):
    """`problems`: all of them, in the order of their lines, at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("surveys-bad-questionnaire", count=len(problems))
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))


@dataclass
class Remarks:
    """Collected while reading; `lines` says where each path of the file stands."""

    lines: Lines
    problems: dict[Problem, None] = field(default_factory=dict[Problem, None])  # each once, in order

    def add(self, path: Path, name: str, /, **params: object) -> None:
        problem = Problem(line_of(self.lines, path), field_name(path), f"surveys-problem-{name}", tuple(params.items()))
        self.problems[problem] = None

    def require(self) -> None:
        """Raises BadQuestionnaire when anything was found."""
        if self.problems:
            raise BadQuestionnaire(list(self.problems))


def field_name(path: Path) -> str:
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")
