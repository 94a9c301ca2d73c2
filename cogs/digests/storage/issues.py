"""The rows of issues and of their items."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction, Value
from cogs.digests.models import WELCOME, Issue, Item, Letter, State


class IssueStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def add(self, transaction: Transaction, issue: Issue) -> int:
        """0 when there is one already for this occurrence: another scheduler was first."""
        return await transaction.insert(
            "INSERT INTO digest_issues (digest_id, name, channel_id, role_id, sections, state, occurs_at, due_at, "
            "since_at, until_at) VALUES (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                issue.digest_id,
                issue.name,
                issue.channel_id,
                issue.role_id,
                json.dumps(issue.sections),
                issue.occurs_at.isoformat(),
                issue.due_at.isoformat(),
                issue.since.isoformat(),
                issue.until.isoformat(),
            ),
        )

    async def find(self, issue_id: int) -> Issue | None:
        row = await self._database.one("SELECT * FROM digest_issues WHERE issue_id = ?", (issue_id,))
        return _issue(row) if row else None

    async def list_in(self, states: Collection[State]) -> list[Issue]:
        """In the order in which they fall due."""
        rows = await self._database.all(
            "SELECT * FROM digest_issues WHERE state IN (SELECT value FROM json_each(?)) ORDER BY due_at, issue_id",
            (json.dumps([state.value for state in states]),),
        )
        return [_issue(row) for row in rows]

    async def find_last(self, digest_id: int) -> datetime | None:
        """The latest occurrence for which there is an issue."""
        row = await self._database.one(
            "SELECT max(occurs_at) AS last FROM digest_issues WHERE digest_id = ?", (digest_id,)
        )
        return datetime.fromisoformat(row["last"]) if row and row["last"] else None

    async def find_told_until(self, digest_id: int) -> datetime | None:
        """Where the window of the last issue that went out ends."""
        row = await self._database.one(
            "SELECT max(until_at) AS last FROM digest_issues WHERE digest_id = ? AND state IN ('posting', 'posted')",
            (digest_id,),
        )
        return datetime.fromisoformat(row["last"]) if row and row["last"] else None

    async def change(
        self, transaction: Transaction, issue_id: int, *, before: Collection[State], **values: Value
    ) -> bool:
        """By column. False when it is in none of the states expected: somebody else was first."""
        changes = ", ".join(f"{name} = ?" for name in values)
        return bool(
            await transaction.execute(
                f"UPDATE digest_issues SET {changes} WHERE issue_id = ? "  # noqa: S608 - columns named by our own code
                "AND state IN (SELECT value FROM json_each(?))",
                (*values.values(), issue_id, json.dumps([state.value for state in before])),
            )
        )

    async def touch(self, transaction: Transaction, issue_id: int) -> int:
        """What changes needs another approval. The new revision; 0 when it can change no more."""
        row = await transaction.one(
            "UPDATE digest_issues SET state = 'draft', snapshot = NULL, approved_by = NULL, approved_at = NULL, "
            "revision = revision + 1 WHERE issue_id = ? AND state IN ('draft', 'approved') RETURNING revision",
            (issue_id,),
        )
        return int(row["revision"]) if row else 0

    async def follow_digest(
        self, transaction: Transaction, digest_id: int, channel_id: int, role_id: int | None
    ) -> None:
        """What has not gone out yet goes where the digest goes now."""
        await transaction.execute(
            "UPDATE digest_issues SET channel_id = ?, role_id = ? WHERE digest_id = ? "
            "AND state IN ('draft', 'approved', 'posting')",
            (channel_id, role_id, digest_id),
        )

    async def skip_all(self, transaction: Transaction, digest_id: int) -> None:
        await transaction.execute(
            "UPDATE digest_issues SET state = 'skipped' WHERE digest_id = ? AND state IN ('draft', 'approved')",
            (digest_id,),
        )

    # Items

    async def add_items(self, transaction: Transaction, issue_id: int, items: Iterable[Item], first_place: int) -> None:
        for place, item in enumerate(items, start=first_place):
            await transaction.execute(
                "INSERT OR IGNORE INTO digest_items (issue_id, ref, section, place, title, summary, url, author, "
                "author_id, leaves_discord, leaves_with_name, published_at, happens_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    issue_id,
                    item.ref,
                    item.section,
                    place,
                    item.title,
                    item.summary,
                    item.url,
                    item.author,
                    item.author_id,
                    item.leaves_discord,
                    item.leaves_with_name,
                    item.published_at.isoformat(),
                    item.happens_at.isoformat() if item.happens_at else None,
                ),
            )

    async def list_items(self, issue_id: int) -> list[Item]:
        """In their order, the removed ones too."""
        rows = await self._database.all(
            "SELECT * FROM digest_items WHERE issue_id = ? ORDER BY place, ref", (issue_id,)
        )
        return [_item(row) for row in rows]

    async def set_removed(self, transaction: Transaction, issue_id: int, ref: str, *, removed: bool) -> None:
        await transaction.execute(
            "UPDATE digest_items SET removed = ? WHERE issue_id = ? AND ref = ?", (removed, issue_id, ref)
        )

    async def set_order(self, transaction: Transaction, issue_id: int, refs: Iterable[str]) -> None:
        for place, ref in enumerate(refs):
            await transaction.execute(
                "UPDATE digest_items SET place = ? WHERE issue_id = ? AND ref = ?", (place, issue_id, ref)
            )

    # People

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        approved = await self._database.all(
            "SELECT issue_id, name, approved_at FROM digest_issues WHERE approved_by = ?", (user_id,)
        )
        named = await self._database.all(
            "SELECT issue_id, title, author FROM digest_items WHERE author_id = ?", (user_id,)
        )
        return [
            *({"approved_issue": row["issue_id"], "name": row["name"], "at": row["approved_at"]} for row in approved),
            *({"told_in_issue": row["issue_id"], "title": row["title"], "as": row["author"]} for row in named),
        ]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        """Their name leaves every issue, its snapshot too; a welcome that was theirs goes whole."""
        await transaction.execute("UPDATE digest_issues SET approved_by = NULL WHERE approved_by = ?", (user_id,))
        for issue_id, refs in (await self._refs_of(transaction, user_id)).items():
            await self._rewrite(transaction, issue_id, lambda letter, refs=refs: letter.unnamed(refs))
        await transaction.execute("DELETE FROM digest_items WHERE author_id = ? AND section = ?", (user_id, WELCOME))
        await transaction.execute(
            "UPDATE digest_items SET author = '', author_id = NULL WHERE author_id = ?", (user_id,)
        )

    async def withdraw_of(self, transaction: Transaction, user_id: int) -> None:
        """What they published leaves with them, from past issues too."""
        for issue_id, refs in (await self._refs_of(transaction, user_id)).items():
            await self._rewrite(transaction, issue_id, lambda letter, refs=refs: letter.forgetting(refs))
        await transaction.execute("DELETE FROM digest_items WHERE author_id = ?", (user_id,))

    async def _refs_of(self, transaction: Transaction, user_id: int) -> dict[int, set[str]]:
        refs: dict[int, set[str]] = {}
        for row in await transaction.all("SELECT issue_id, ref FROM digest_items WHERE author_id = ?", (user_id,)):
            refs.setdefault(row["issue_id"], set()).add(row["ref"])
        return refs

    async def _rewrite(self, transaction: Transaction, issue_id: int, change: Callable[[Letter], Letter]) -> None:
        """The snapshot; and what somebody is about to approve is no longer what they read."""
        letter = await self.find_letter_in(transaction, issue_id)
        await transaction.execute(
            "UPDATE digest_issues SET snapshot = ?, revision = revision + 1 WHERE issue_id = ?",
            (change(letter).to_json() if letter else None, issue_id),
        )

    async def find_letter_in(self, transaction: Transaction, issue_id: int) -> Letter | None:
        row = await transaction.one("SELECT snapshot FROM digest_issues WHERE issue_id = ?", (issue_id,))
        return Letter.from_json(row["snapshot"]) if row and row["snapshot"] else None

    async def find_card_channel_in(self, transaction: Transaction, issue_id: int) -> int | None:
        row = await transaction.one("SELECT card_channel_id FROM digest_issues WHERE issue_id = ?", (issue_id,))
        return row["card_channel_id"] if row else None

    async def find_revision_in(self, transaction: Transaction, issue_id: int) -> int:
        row = await transaction.one("SELECT revision FROM digest_issues WHERE issue_id = ?", (issue_id,))
        return int(row["revision"]) if row else 0


def _issue(row: Row) -> Issue:
    return Issue(
        issue_id=row["issue_id"],
        digest_id=row["digest_id"],
        name=row["name"],
        channel_id=row["channel_id"],
        role_id=row["role_id"],
        sections=tuple(json.loads(row["sections"])),
        state=State(row["state"]),
        occurs_at=datetime.fromisoformat(row["occurs_at"]),
        due_at=datetime.fromisoformat(row["due_at"]),
        since=datetime.fromisoformat(row["since_at"]),
        until=datetime.fromisoformat(row["until_at"]),
        introduction=row["introduction"],
        revision=row["revision"],
        approved_by=row["approved_by"],
        reminded_at=_moment(row["reminded_at"]),
        posted_at=_moment(row["posted_at"]),
        letter=Letter.from_json(row["snapshot"]) if row["snapshot"] else None,
        card_channel_id=row["card_channel_id"],
        card_message_id=row["card_message_id"],
    )


def _item(row: Row) -> Item:
    return Item(
        ref=row["ref"],
        section=row["section"],
        title=row["title"],
        summary=row["summary"],
        url=row["url"],
        author=row["author"],
        leaves_discord=bool(row["leaves_discord"]),
        leaves_with_name=bool(row["leaves_with_name"]),
        published_at=datetime.fromisoformat(row["published_at"]),
        happens_at=_moment(row["happens_at"]),
        author_id=row["author_id"],
        removed=bool(row["removed"]),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
