"""A branch is told of a group: beside what else is told, it must not tell of the few that it leaves out."""

from __future__ import annotations

import pytest

from bot.anonymity.ballot_box import Tally
from bot.anonymity.box_format import Terms
from cogs.surveys.models import Answers, Layout, read_questionnaire
from cogs.surveys.service.publication import counts_of
from tests.surveys.toml import HEAD, options, question, show_if

JOBS, TRUST = ("regie", "mediation", "administration"), ("oui", "non")


def told(branches: dict[str, tuple[str, ...]], people: list[tuple[str, str]]) -> set[str]:
    """Which branches are published, of (job, answer to all that one is asked)."""
    questionnaire = read_questionnaire(
        HEAD
        + question("metier", "single", "required = true", options(*JOBS))
        + question("confiance", "single", "required = true", options(*TRUST))
        + "".join(
            question(name, "single", "required = true", options(*TRUST), show_if("metier", *jobs))
            for name, jobs in branches.items()
        )
    )
    layout = Layout.of(questionnaire)
    counts = [0] * layout.counters
    for job, trust in people:
        answers: Answers = {"metier": (JOBS.index(job),), "confiance": (TRUST.index(trust),)}
        answers |= {name: (TRUST.index(trust),) for name, jobs in branches.items() if job in jobs}
        for mark in layout.marks(answers):
            counts[mark] += 1
    published = counts_of(questionnaire, Tally(Terms(5, 5), 60, len(people), tuple(counts), ()))
    assert published is not None
    return {name for name in branches if published[layout.block(name).start] is not None}


def crowd(**jobs: int) -> list[tuple[str, str]]:
    return [(job, TRUST[number % 2]) for job, count in jobs.items() for number in range(count)]


@pytest.mark.parametrize("few", [1, 4])
def test_a_branch_that_leaves_few_out_is_withheld(few: int) -> None:
    branches = {"confiance2": ("regie", "mediation")}
    assert told(branches, crowd(regie=6, mediation=5, administration=few)) == set()
    assert told(branches, crowd(regie=6, mediation=5, administration=5)) == {"confiance2"}
    assert told(branches, crowd(regie=6, mediation=5)) == {"confiance2"}


def test_of_two_branches_that_few_are_between_one_is_told() -> None:
    branches = {"a": ("regie",), "b": ("regie", "mediation")}
    assert told(branches, crowd(regie=8, mediation=2, administration=9)) == {"a"}
    assert told(branches, crowd(regie=8, mediation=6, administration=9)) == {"a", "b"}
