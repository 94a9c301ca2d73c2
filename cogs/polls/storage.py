"""The rows of polls and their drafts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.polls.models import Action, Alike, Draft, Kind, Opening, Poll, Request, Result, Sheet, Status, Withheld


class PollStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    # Drafts

    async def add_draft(self, draft: Draft, now: datetime) -> int:
        async with self._database.transaction() as transaction:
            return await transaction.insert(
                "INSERT INTO poll_drafts (author_id, kind, maximum, closes_at, channel_id, role_id, sensitive, "
                "reminder, question, context, proposals, grades, created_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    draft.author_id,
                    draft.kind,
                    draft.maximum,
                    draft.closes_at.isoformat(),
                    draft.channel_id,
                    draft.role_id,
                    draft.sensitive,
                    draft.reminder,
                    draft.question,
                    draft.context,
                    draft.proposals,
                    draft.grades,
                    now.isoformat(),
                ),
            )

    async def find_draft(self, draft_id: int) -> Draft | None:
        row = await self._database.one("SELECT * FROM poll_drafts WHERE draft_id = ?", (draft_id,))
        return _draft(row) if row else None

    async def save_draft(self, draft: Draft) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE poll_drafts SET question = ?, context = ?, proposals = ?, grades = ? WHERE draft_id = ?",
                (draft.question, draft.context, draft.proposals, draft.grades, draft.draft_id),
            )
            # What a second moderator was asked about is no longer what it was.
            await transaction.execute(
                "DELETE FROM poll_requests WHERE action = 'open' AND subject_id = ?", (draft.draft_id,)
            )

    async def delete_draft(self, transaction: Transaction, draft_id: int) -> bool:
        """False when it is gone already: somebody else published or cancelled it."""
        deleted = await transaction.execute("DELETE FROM poll_drafts WHERE draft_id = ?", (draft_id,))
        await self._delete_idle_requests(transaction)
        return bool(deleted)

    async def _delete_idle_requests(self, transaction: Transaction) -> None:
        """To open what is no longer there."""
        await transaction.execute(
            "DELETE FROM poll_requests WHERE action = 'open' AND subject_id NOT IN (SELECT draft_id FROM poll_drafts)"
        )

    async def delete_drafts_before(self, moment: datetime) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM poll_drafts WHERE created_at < ?", (moment.isoformat(),))
            await self._delete_idle_requests(transaction)

    # Polls

    async def add_poll(self, transaction: Transaction, draft: Draft, sheet: Sheet, opening: Opening) -> int:
        poll_id = await transaction.insert(
            "INSERT INTO polls (kind, maximum, question, context, channel_id, role_id, electorate, minimum_answers, "
            "rounding, alike_id, alike_survey_id, reminder, status, box_id, opened_by, opened_at, closes_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?)",
            (
                sheet.kind,
                sheet.maximum,
                sheet.question,
                sheet.context,
                draft.channel_id,
                draft.role_id,
                opening.electorate,
                opening.minimum_answers,
                opening.rounding,
                opening.alike.number if opening.alike and not opening.alike.is_survey else None,
                opening.alike.number if opening.alike and opening.alike.is_survey else None,
                draft.reminder,
                opening.box_id,
                draft.author_id,
                opening.opened_at.isoformat(),
                draft.closes_at.isoformat(),
            ),
        )
        for table, texts in (("poll_options", sheet.proposals), ("poll_grades", sheet.grades)):
            for place, text in enumerate(texts):
                await transaction.execute(
                    f"INSERT INTO {table} (poll_id, place, text) VALUES (?, ?, ?)",  # noqa: S608 - two names of ours
                    (poll_id, place, text),
                )
        return poll_id

    async def find_poll(self, poll_id: int) -> Poll | None:
        row = await self._database.one("SELECT * FROM polls WHERE poll_id = ?", (poll_id,))
        return await self._poll(row) if row else None

    async def list_polls(
        self,
        statuses: Iterable[Status],
        *,
        limit: int,
        offset: int = 0,
        channels: Collection[int] | None = None,
    ) -> list[Poll]:
        """Newest first; of these channels only, where they are given."""
        where, values = _where(statuses, channels)
        rows = await self._database.all(
            f"SELECT * FROM polls WHERE {where} ORDER BY poll_id DESC LIMIT ? OFFSET ?",  # noqa: S608 - our own words
            (*values, limit, offset),
        )
        return [await self._poll(row) for row in rows]

    async def count_polls(self, statuses: Iterable[Status], channels: Collection[int] | None = None) -> int:
        where, values = _where(statuses, channels)
        row = await self._database.one(f"SELECT count(*) AS polls FROM polls WHERE {where}", values)  # noqa: S608
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

    async def end_poll(
        self,
        transaction: Transaction,
        poll_id: int,
        *,
        status: Status,
        closed_at: datetime,
        withheld: Withheld | None = None,
    ) -> bool:
        """False when it was over already."""
        await transaction.execute("DELETE FROM poll_requests WHERE action = 'close' AND subject_id = ?", (poll_id,))
        return bool(
            await transaction.execute(
                "UPDATE polls SET status = ?, closed_at = ?, withheld = ? "
                "WHERE poll_id = ? AND status IN ('open', 'suspended')",
                (status, closed_at.isoformat(), withheld, poll_id),
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
        for counter, people in enumerate(result.counts):
            await transaction.execute(
                "INSERT INTO poll_result_counts (poll_id, counter, people) VALUES (?, ?, ?)",
                (poll_id, counter, people),
            )

    async def find_result(self, poll_id: int) -> Result | None:
        row = await self._database.one("SELECT turnout FROM poll_results WHERE poll_id = ?", (poll_id,))
        if row is None:
            return None
        counts = await self._database.all(
            "SELECT people FROM poll_result_counts WHERE poll_id = ? ORDER BY counter", (poll_id,)
        )
        return Result(row["turnout"], tuple(count["people"] for count in counts))

    async def list_closed_between(self, since: datetime, until: datetime) -> list[Poll]:
        """Half-open, by the time of closing, oldest first; only those whose result is published."""
        rows = await self._database.all(
            "SELECT polls.* FROM polls JOIN poll_results USING (poll_id) "
            "WHERE closed_at >= ? AND closed_at < ? ORDER BY closed_at",
            (since.isoformat(), until.isoformat()),
        )
        return [await self._poll(row) for row in rows]

    async def list_opened_since(self, moment: datetime) -> list[Poll]:
        """Whatever became of them since, but for the cancelled ones."""
        rows = await self._database.all(
            "SELECT * FROM polls WHERE status != 'cancelled' AND (closes_at >= ? OR closed_at >= ?)",
            (moment.isoformat(), moment.isoformat()),
        )
        return [await self._poll(row) for row in rows]

    # What a second moderator must confirm

    async def add_request(self, transaction: Transaction, request: Request) -> int:
        """The request's id; 0 when the same is asked already."""
        return await transaction.insert(
            "INSERT INTO poll_requests (action, subject_id, asked_by, asked_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (action, subject_id) DO NOTHING",
            (request.action, request.subject_id, request.asked_by, request.asked_at.isoformat()),
        )

    async def delete_requests_before(self, transaction: Transaction, moment: datetime) -> None:
        await transaction.execute("DELETE FROM poll_requests WHERE asked_at < ?", (moment.isoformat(),))

    async def find_request(self, request_id: int) -> Request | None:
        row = await self._database.one("SELECT * FROM poll_requests WHERE request_id = ?", (request_id,))
        if row is None:
            return None
        return Request(
            request_id=row["request_id"],
            action=Action(row["action"]),
            subject_id=row["subject_id"],
            asked_by=row["asked_by"],
            asked_at=datetime.fromisoformat(row["asked_at"]),
        )

    async def delete_request(self, transaction: Transaction, request_id: int) -> bool:
        """False when it was decided already."""
        return bool(await transaction.execute("DELETE FROM poll_requests WHERE request_id = ?", (request_id,)))

    # People

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        drafts = await self._database.all("SELECT * FROM poll_drafts WHERE author_id = ?", (user_id,))
        opened = await self._database.all(
            "SELECT poll_id, question, opened_at FROM polls WHERE opened_by = ?", (user_id,)
        )
        asked = await self._database.all(
            "SELECT action, subject_id, asked_at FROM poll_requests WHERE asked_by = ?", (user_id,)
        )
        return [
            *({"draft": row["question"], "proposals": row["proposals"]} for row in drafts),
            *({"opened_poll": row["poll_id"], "question": row["question"], "at": row["opened_at"]} for row in opened),
            *({"asked_to": row["action"], "number": row["subject_id"], "at": row["asked_at"]} for row in asked),
        ]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("DELETE FROM poll_drafts WHERE author_id = ?", (user_id,))
        await transaction.execute("UPDATE polls SET opened_by = NULL WHERE opened_by = ?", (user_id,))
        await transaction.execute("DELETE FROM poll_requests WHERE asked_by = ?", (user_id,))
        await self._delete_idle_requests(transaction)

    async def _poll(self, row: Row) -> Poll:
        return _poll(row, await self._texts("poll_options", row), await self._texts("poll_grades", row))

    async def _texts(self, table: str, row: Row) -> tuple[str, ...]:
        rows = await self._database.all(
            f"SELECT text FROM {table} WHERE poll_id = ? ORDER BY place",  # noqa: S608 - a name of ours
            (row["poll_id"],),
        )
        return tuple(text["text"] for text in rows)


def _where(statuses: Iterable[Status], channels: Collection[int] | None) -> tuple[str, list[str]]:
    """The channels travel as one JSON value, however many there are."""
    wanted = [status.value for status in statuses]
    where = f"status IN ({', '.join('?' * len(wanted))})"
    if channels is None:
        return where, wanted
    where += " AND channel_id IN (SELECT value FROM json_each(?))"
    return where, [*wanted, json.dumps(sorted(channels))]


def _draft(row: Row) -> Draft:
    return Draft(
        draft_id=row["draft_id"],
        author_id=row["author_id"],
        kind=Kind(row["kind"]),
        maximum=row["maximum"],
        closes_at=datetime.fromisoformat(row["closes_at"]),
        channel_id=row["channel_id"],
        role_id=row["role_id"],
        sensitive=bool(row["sensitive"]),
        reminder=bool(row["reminder"]),
        question=row["question"],
        context=row["context"],
        proposals=row["proposals"],
        grades=row["grades"],
    )


def _poll(row: Row, proposals: tuple[str, ...], grades: tuple[str, ...]) -> Poll:
    sheet = Sheet(Kind(row["kind"]), row["question"], row["context"], proposals, row["maximum"], grades)
    return Poll(
        poll_id=row["poll_id"],
        sheet=sheet,
        channel_id=row["channel_id"],
        role_id=row["role_id"],
        electorate=row["electorate"],
        minimum_answers=row["minimum_answers"],
        rounding=row["rounding"],
        reminder=bool(row["reminder"]),
        status=Status(row["status"]),
        box_id=row["box_id"],
        opened_at=datetime.fromisoformat(row["opened_at"]),
        closes_at=datetime.fromisoformat(row["closes_at"]),
        closed_at=datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
        message_id=row["message_id"],
        result_message_id=row["result_message_id"],
        withheld=Withheld(row["withheld"]) if row["withheld"] else None,
        alike=_alike(row),
    )


def _alike(row: Row) -> Alike | None:
    if row["alike_survey_id"] is not None:
        return Alike(row["alike_survey_id"], is_survey=True)
    return Alike(row["alike_id"]) if row["alike_id"] is not None else None
