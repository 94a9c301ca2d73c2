"""The published figures as files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from cogs.polls.models.polls import Kind, Poll, Result


def as_csv(poll: Poll, result: Result) -> bytes:
    """UTF-8 with a byte order mark, for spreadsheets; the ballot's order, turnout and electorate last.

    A column per mention in a majority judgment; in a ranking, a column per proposal with how many voters prefer the
    row's proposal to it.
    """
    sheet = poll.sheet
    columns = {Kind.JUDGMENT: sheet.grades, Kind.RANKING: sheet.proposals}.get(sheet.kind, ("votes",))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_safe(["proposal", *columns]))
    for place, proposal in enumerate(sheet.proposals):
        writer.writerow([*_safe([proposal]), *result.row(place, len(columns))])
    writer.writerow(["(turnout)", result.turnout])
    writer.writerow(["(electorate)", poll.electorate])
    return text.getvalue().encode("utf-8-sig")


def as_json(poll: Poll, result: Result) -> bytes:
    sheet = poll.sheet
    width = sheet.counters // len(sheet.proposals)
    return json.dumps(
        {
            "poll": poll.poll_id,
            "kind": sheet.kind.value,
            "maximum": sheet.maximum,
            "question": sheet.question,
            "context": sheet.context,
            "mentions": list(sheet.grades),
            "opened_at": poll.opened_at.isoformat(),
            "closed_at": poll.closed_at.isoformat() if poll.closed_at else None,
            "electorate": poll.electorate,
            "rounded_to": poll.rounding,
            "turnout": result.turnout,
            "results": [
                {"proposal": proposal, "counts": list(result.row(place, width))}
                for place, proposal in enumerate(sheet.proposals)
            ],
        },
        ensure_ascii=False,
        indent=2,
    ).encode()


def _safe(texts: Iterable[str]) -> list[str]:
    """A spreadsheet must not run what a member wrote."""
    return ["'" + text if text[:1] in "=+-@\t" else text for text in texts]
