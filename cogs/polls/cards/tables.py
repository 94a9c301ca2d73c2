"""How a result is read, by kind: its blocks in words, its chart, and the chart's own text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase

from bot.screen.charts import MOST_ALT, Bars, Chart, Duels, Profiles, paint
from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral, plain
from cogs.polls.cards.parts import GRADE, PROPOSAL
from cogs.polls.models import Kind, Poll, Result, most_votes_first
from cogs.polls.models.judgment import Merit, rank
from cogs.polls.models.ranking import Matrix, Standing, condorcet_winner, matrix, schulze

_IN_ALT = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """`chart_text` has every figure of the picture, as far as Discord's 1,024 characters go."""

    blocks: list[str]
    chart_text: str
    paint: Callable[[], Awaitable[bytes]]


def read_choices(poll: Poll, result: Result, t: Speaker) -> Reading:
    sheet, order = poll.sheet, most_votes_first(result.counts)
    captions = {place: _votes(result, place, t) for place in order}
    lines = [f"- {neutral(sheet.proposals[place], PROPOSAL)} — **{captions[place]}**" for place in order]
    note = ["-# " + t("polls-shares-of-people")] if sheet.kind is Kind.SEVERAL else []
    figures = t("polls-list-join").join(
        t("polls-alt-line", proposal=plain(sheet.proposals[place], _IN_ALT), votes=result.counts[place])
        for place in order
    )
    chart = Bars(
        title=sheet.question,
        labels=tuple(sheet.proposals[place] for place in order),
        values=tuple(float(result.counts[place]) for place in order),
        captions=tuple(captions[place] for place in order),
        foot=_foot(poll, result, t),
    )
    return _reading(["\n".join(lines), *note], t("polls-alt", **_sizes(poll, result), figures=figures), chart)


def read_judgment(poll: Poll, result: Result, t: Speaker) -> Reading:
    sheet, width = poll.sheet, len(poll.sheet.grades)
    merits = rank([result.row(place, width) for place in range(len(sheet.proposals))])
    lines = [
        f"{merit.rank + 1}. {neutral(sheet.proposals[merit.place], PROPOSAL)} — "
        f"**{neutral(sheet.grades[merit.grade], GRADE)}**"
        for merit in merits
    ]
    profiles = [_profile(poll, merit, t) for merit in merits]
    chart = Profiles(
        title=sheet.question,
        labels=tuple(sheet.proposals[merit.place] for merit in merits),
        levels=sheet.grades,
        counts=tuple(merit.profile for merit in merits),
        captions=tuple(sheet.grades[merit.grade] for merit in merits),
        foot=_foot(poll, result, t),
    )
    blocks = [
        "\n".join(lines),
        "\n".join(f"-# {profile}" for profile in profiles),
        "-# " + t("polls-judgment-explained"),
    ]
    return _reading(
        blocks, t("polls-alt-profile", **_sizes(poll, result), figures=t("polls-list-join").join(profiles)), chart
    )


def read_ranking(poll: Poll, result: Result, t: Speaker) -> Reading:
    sheet = poll.sheet
    duels = matrix(result.counts, len(sheet.proposals))
    standings = schulze(duels)
    letters = {standing.place: ascii_uppercase[position] for position, standing in enumerate(standings)}
    lines = [
        f"{standing.rank + 1}. **{letters[standing.place]}** {neutral(sheet.proposals[standing.place], PROPOSAL)} — "
        + t("polls-duels", won=standing.won, lost=standing.lost)
        for standing in standings
    ]
    order = [standing.place for standing in standings]
    chart = Duels(
        title=sheet.question,
        labels=tuple(f"{letters[place]} · {sheet.proposals[place]}" for place in order),
        counts=tuple(tuple(duels[one][two] for two in order) for one in order),
        foot=_foot(poll, result, t),
    )
    blocks = ["\n".join(lines), _winner(poll, duels, standings, t), _duel_table(duels, order)]
    figures = t("polls-list-join").join(
        t("polls-alt-duel", one=letters[one], two=letters[two], ones=duels[one][two], twos=duels[two][one])
        for position, one in enumerate(order)
        for two in order[position + 1 :]
    )
    return _reading(blocks, t("polls-alt-duels", **_sizes(poll, result), figures=figures), chart)


def _reading(blocks: list[str], chart_text: str, chart: Chart) -> Reading:
    return Reading(blocks, clip(chart_text, MOST_ALT), partial(paint, chart))


def _profile(poll: Poll, merit: Merit, t: Speaker) -> str:
    """«Charte commune : Excellent 4, Bien 3, …»."""
    counts = ", ".join(
        f"{plain(grade, GRADE)} {count}" for grade, count in zip(poll.sheet.grades, merit.profile, strict=True) if count
    )
    return t("polls-profile-line", proposal=plain(poll.sheet.proposals[merit.place], _IN_ALT), counts=counts)


def _winner(poll: Poll, duels: Matrix, standings: list[Standing], t: Speaker) -> str:
    winner = condorcet_winner(duels)
    if winner is not None:
        return t("polls-condorcet", winner=neutral(poll.sheet.proposals[winner], PROPOSAL))
    first = [standing for standing in standings if standing.rank == 0]
    if len(first) > 1:
        return t("polls-schulze-tie", count=len(first))
    return t("polls-schulze", winner=neutral(poll.sheet.proposals[first[0].place], PROPOSAL))


def _duel_table(duels: Matrix, order: list[int]) -> str:
    """Rows against columns, lettered as the list above; a phone shows ten columns."""
    letters = ascii_uppercase[: len(order)]
    head = "  " + "".join(f"{letter:>4}" for letter in letters)
    rows = [
        f"{letters[position]} " + "".join(f"{'·' if one == two else duels[one][two]:>4}" for two in order)
        for position, one in enumerate(order)
    ]
    return "```\n" + "\n".join([head, *rows]) + "\n```"


def _votes(result: Result, place: int, t: Speaker) -> str:
    votes = result.counts[place]
    return t("polls-votes", votes=votes, share=t.percent(votes, result.turnout))


def _sizes(poll: Poll, result: Result) -> dict[str, int]:
    return {"turnout": result.turnout, "electorate": poll.electorate}


def _foot(poll: Poll, result: Result, t: Speaker) -> str:
    return t("polls-chart-foot", **_sizes(poll, result), day=t.day(poll.closed_at or poll.closes_at))
