"""The rows of polls and their drafts."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

from bot.storage.database import Database, Row, Transaction
from cogs.polls.models import Draft, Kind, Poll, Result, Sheet, Status


class PollStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    # Drafts

    async def add_draft(self, draft: Draft, now: datetime) -> int:
        async with self._database.transaction() as transaction:
            return await transaction.insert(
                "INSERT INTO poll_drafts (author_id, kind, maximum, closes_at, channel_id, role_id, question, "
                "context, proposals, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    draft.author_id,
                    draft.kind,
                    draft.maximum,
                    draft.closes_at.isoformat(),
                    draft.channel_id,
                    draft.role_id,
                    draft.question,
                    draft.context,
                    draft.proposals,
                    now.isoformat(),
                ),
            )

    async def find_draft(self, draft_id: int) -> Draft | None:
        row = await self._database.one("SELECT * FROM poll_drafts WHERE draft_id = ?", (draft_id,))
        return _draft(row) if row else None

    async def save_draft(self, draft: Draft) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE poll_drafts SET question = ?, context = ?, proposals = ? WHERE draft_id = ?",
                (draft.question, draft.context, draft.proposals, draft.draft_id),
            )

    async def delete_draft(self, transaction: Transaction, draft_id: int) -> bool:
        """False when it is gone already: somebody else published or cancelled it."""
        return bool(await transaction.execute("DELETE FROM poll_drafts WHERE draft_id = ?", (draft_id,)))

    async def delete_drafts_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM poll_drafts WHERE created_at < ?", (moment.isoformat(),))

    # Polls

    async def add_poll(self, transaction: Transaction, draft: Draft, sheet: Sheet, *, opening: dict[str, Any]) -> int:
        """`opening`: electorate, minimum_answers, box_id, opened_at."""
        poll_id = await transaction.insert(
            "INSERT INTO polls (kind, maximum, question, context, channel_id, role_id, electorate, minimum_answers, "
            "status, box_id, opened_by, opened_at, closes_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?)",
            (
                draft.kind,
                sheet.maximum,
                sheet.question,
                sheet.context,
                draft.channel_id,
                draft.role_id,
                opening["electorate"],
                opening["minimum_answers"],
                opening["box_id"],
                draft.author_id,
                opening["opened_at"].isoformat(),
                draft.closes_at.isoformat(),
            ),
        )
        for place, text in enumerate(sheet.proposals):
            await transaction.execute(
                "INSERT INTO poll_options (poll_id, place, text) VALUES (?, ?, ?)", (poll_id, place, text)
            )
        return poll_id

    async def find_poll(self, poll_id: int) -> Poll | None:
        row = await self._database.one("SELECT * FROM polls WHERE poll_id = ?", (poll_id,))
        return await self._with_proposals(row) if row else None

    async def list_polls(self, statuses: Iterable[Status], *, limit: int, offset: int = 0) -> list[Poll]:
        """Newest first."""
        wanted = [status.value for status in statuses]
        marks = ", ".join("?" * len(wanted))
        rows = await self._database.all(
            f"SELECT * FROM polls WHERE status IN ({marks}) ORDER BY poll_id DESC LIMIT ? OFFSET ?",  # noqa: S608
            (*wanted, limit, offset),
        )
        return [await self._with_proposals(row) for row in rows]

    async def count_polls(self, statuses: Iterable[Status]) -> int:
        wanted = [status.value for status in statuses]
        marks = ", ".join("?" * len(wanted))
        row = await self._database.one(
            f"SELECT count(*) AS polls FROM polls WHERE status IN ({marks})",  # noqa: S608
            wanted,
        )
        return int(row["polls"]) if row else 0

    async def list_leftover_boxes(self) -> list[tuple[int, str]]:
        """(poll, box) of the polls that are over and whose box was not yet noted as destroyed."""
        rows = await self._database.all(
            "SELECT poll_id, box_id FROM polls WHERE status IN ('closed', 'cancelled') AND box_id IS NOT NULL"
        )
        return [(row["poll_id"], row["box_id"]) for row in rows]

    async def set_status(self, transaction: Transaction, poll_id: int, *, now: Status, before: Status) -> bool:
        """False when it was not in the status expected: somebody else was first."""
        return bool(
            await transaction.execute(
                "UPDATE polls SET status = ? WHERE poll_id = ? AND status = ?", (now, poll_id, before)
            )
        )

    async def end_poll(self, transaction: Transaction, poll_id: int, *, status: Status, closed_at: datetime) -> bool:
        """False when it was over already."""
        return bool(
            await transaction.execute(
                "UPDATE polls SET status = ?, closed_at = ? WHERE poll_id = ? AND status IN ('open', 'suspended')",
                (status, closed_at.isoformat(), poll_id),
            )
        )

    async def forget_box(self, poll_id: int) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("UPDATE polls SET box_id = NULL WHERE poll_id = ?", (poll_id,))

    async def set_message(self, transaction: Transaction, poll_id: int, message_id: int) -> None:
        await transaction.execute("UPDATE polls SET message_id = ? WHERE poll_id = ?", (message_id, poll_id))

    async def set_result_message(self, transaction: Transaction, poll_id: int, message_id: int) -> None:
        await transaction.execute("UPDATE polls SET result_message_id = ? WHERE poll_id = ?", (message_id, poll_id))

    # Results

    async def add_result(self, transaction: Transaction, poll_id: int, result: Result) -> None:
        await transaction.execute(
            "INSERT INTO poll_results (poll_id, turnout) VALUES (?, ?)", (poll_id, result.turnout)
        )
        for place, votes in enumerate(result.votes):
            await transaction.execute(
                "INSERT INTO poll_result_counts (poll_id, place, votes) VALUES (?, ?, ?)",
                (poll_id, place, votes),
            )

    async def find_result(self, poll_id: int) -> Result | None:
        row = await self._database.one("SELECT turnout FROM poll_results WHERE poll_id = ?", (poll_id,))
        if row is None:
            return None
        counts = await self._database.all(
            "SELECT votes FROM poll_result_counts WHERE poll_id = ? ORDER BY place", (poll_id,)
        )
        return Result(row["turnout"], tuple(count["votes"] for count in counts))

    # People

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        drafts = await self._database.all("SELECT * FROM poll_drafts WHERE author_id = ?", (user_id,))
        opened = await self._database.all(
            "SELECT poll_id, question, opened_at FROM polls WHERE opened_by = ?", (user_id,)
        )
        return [
            *({"draft": row["question"], "proposals": row["proposals"]} for row in drafts),
            *(
                {"opened_poll": row["poll_id"], "question": row["question"], "opened_at": row["opened_at"]}
                for row in opened
            ),
        ]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("DELETE FROM poll_drafts WHERE author_id = ?", (user_id,))
        await transaction.execute("UPDATE polls SET opened_by = NULL WHERE opened_by = ?", (user_id,))

    async def _with_proposals(self, row: Row) -> Poll:
        proposals = await self._database.all(
            "SELECT text FROM poll_options WHERE poll_id = ? ORDER BY place", (row["poll_id"],)
        )
        return _poll(row, tuple(proposal["text"] for proposal in proposals))


def _draft(row: Row) -> Draft:
    return Draft(
        draft_id=row["draft_id"],
        author_id=row["author_id"],
        kind=Kind(row["kind"]),
        maximum=row["maximum"],
        closes_at=datetime.fromisoformat(row["closes_at"]),
        channel_id=row["channel_id"],
        role_id=row["role_id"],
        question=row["question"],
        context=row["context"],
        proposals=row["proposals"],
    )


def _poll(row: Row, proposals: tuple[str, ...]) -> Poll:
    return Poll(
        poll_id=row["poll_id"],
        kind=Kind(row["kind"]),
        maximum=row["maximum"],
        question=row["question"],
        context=row["context"],
        proposals=proposals,
        channel_id=row["channel_id"],
        role_id=row["role_id"],
        electorate=row["electorate"],
        minimum_answers=row["minimum_answers"],
        status=Status(row["status"]),
        box_id=row["box_id"],
        opened_at=datetime.fromisoformat(row["opened_at"]),
        closes_at=datetime.fromisoformat(row["closes_at"]),
        closed_at=datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
        message_id=row["message_id"],
        result_message_id=row["result_message_id"],
    )
