"""A closed survey's counters as tables, by question and by band; which may be published is not decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cogs.surveys.models.layout import Block, Layout
from cogs.surveys.models.questionnaire import Kind, Question

Matrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`counts`: per answer, in the question's order; `people`: everybody, or the band."""

    question: Question
    band: int | None
    people: int
    counts: tuple[int, ...]
    none: int
    hidden: int

    @property
    def asked(self) -> int:
        return self.people - self.hidden

    @property
    def answered(self) -> int:
        """What shares are shares of. From rounded numbers: the counts' sum where each person has one answer, so that
        shares add up to 1.
        """
        if self.question.kind in {Kind.SEVERAL, Kind.RANKING}:
            return max(0, self.people - self.none - self.hidden)
        return sum(self.counts)

    @property
    def duels(self) -> Matrix:
        """Of a ranking: row by row, how many prefer this option to each other one."""
        size = len(self.question.options)
        return tuple(self.counts[place * size : (place + 1) * size] for place in range(size))


@dataclass(frozen=True, slots=True)
class Results:
    turnout: int
    tables: tuple[Table, ...]

    def table(self, question_id: str, band: int | None = None) -> Table:
        """Raises KeyError."""
        for table in self.tables:
            if (table.question.id, table.band) == (question_id, band):
                return table
        raise KeyError(question_id)


def tables(layout: Layout, counts: Sequence[int], turnout: int) -> Results:
    """`counts` in the layout's order, exact or rounded."""
    profile = layout.questionnaire.profile
    bands = layout.block(profile).start if profile else 0

    def table(block: Block) -> Table:
        return Table(
            question=block.question,
            band=block.band,
            people=turnout if block.band is None else counts[bands + block.band],
            counts=tuple(counts[place] for place in block.answers),
            none=0 if block.none is None else counts[block.none],
            hidden=0 if block.hidden is None else counts[block.hidden],
        )

    return Results(turnout, tuple(table(block) for block in layout.blocks))
