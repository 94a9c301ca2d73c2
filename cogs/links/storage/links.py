"""The rows of links: their addresses, tags, shares, and what members mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction, Value
from cogs.links.models import About, Addresses, Checkup, Health, Link, LinkState, Share
from cogs.links.storage.rows import about_values, address_values, checkup_values, iso, link_of, share_of

_AT_ONCE = 500


class LinkStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def forget_deleted(self) -> bool:
        """False while somebody reads beside us."""
        return await self._database.forget_deleted()

    # Finding

    async def find_known(self, fingerprints: Iterable[str]) -> int | None:
        """The link that bears the first of these that any bears."""
        for fingerprint in fingerprints:
            row = await self._database.one(
                "SELECT link_id FROM link_fingerprints WHERE fingerprint = ?", (fingerprint,)
            )
            if row:
                return int(row["link_id"])
        return None

    async def find_known_in(self, transaction: Transaction, fingerprints: Iterable[str]) -> int | None:
        for fingerprint in fingerprints:
            row = await transaction.one("SELECT link_id FROM link_fingerprints WHERE fingerprint = ?", (fingerprint,))
            if row:
                return int(row["link_id"])
        return None

    async def find(self, link_id: int) -> Link | None:
        row = await self._database.one("SELECT * FROM links WHERE link_id = ?", (link_id,))
        return (await self._links([row]))[0] if row else None

    async def find_state(self, transaction: Transaction, link_id: int) -> LinkState | None:
        row = await transaction.one("SELECT state FROM links WHERE link_id = ?", (link_id,))
        return LinkState(row["state"]) if row else None

    async def list_public(self, *, limit: int, offset: int = 0, tag: str = "") -> list[Link]:
        """The latest first."""
        rows = await self._database.all(
            "SELECT * FROM links WHERE state = 'public' AND (? = '' OR EXISTS (SELECT 1 FROM link_tags "
            "WHERE link_tags.link_id = links.link_id AND tag = ?)) ORDER BY link_id DESC LIMIT ? OFFSET ?",
            (tag, tag, limit, offset),
        )
        return await self._links(rows)

    async def count_public(self, tag: str = "") -> int:
        row = await self._database.one(
            "SELECT count(*) AS links FROM links WHERE state = 'public' AND (? = '' OR EXISTS (SELECT 1 FROM "
            "link_tags WHERE link_tags.link_id = links.link_id AND tag = ?))",
            (tag, tag),
        )
        return int(row["links"]) if row else 0

    async def list_after(self, link_id: int, states: Sequence[LinkState], limit: int) -> list[Link]:
        """In the order of their numbers."""
        rows = await self._database.all(
            f"SELECT * FROM links WHERE link_id > ? AND state IN ({', '.join('?' * len(states))}) "  # noqa: S608
            "ORDER BY link_id LIMIT ?",
            (link_id, *(state.value for state in states), limit),
        )
        return await self._links(rows)

    async def list_later(self, user_id: int) -> list[Link]:
        """The latest saved first; what was taken down meanwhile left out."""
        rows = await self._database.all(
            "SELECT links.* FROM link_later JOIN links USING (link_id) WHERE user_id = ? AND state = 'public' "
            "ORDER BY saved_at DESC, link_id DESC",
            (user_id,),
        )
        return await self._links(rows)

    async def list_added(self, since: datetime, until: datetime) -> list[Link]:
        """Public, first shared in this half-open window, oldest first."""
        rows = await self._database.all(
            "SELECT * FROM links WHERE state = 'public' AND added_at >= ? AND added_at < ? ORDER BY added_at, link_id",
            (since.isoformat(), until.isoformat()),
        )
        return await self._links(rows)

    async def list_shared_in(self, channel_id: int, since: datetime) -> list[Link]:
        """Public, whose card stands there or that a message there held, since then, oldest first."""
        rows = await self._database.all(
            "SELECT * FROM links WHERE state = 'public' AND (channel_id = ?1 AND added_at >= ?2 OR EXISTS "
            "(SELECT 1 FROM link_shares AS shares WHERE shares.link_id = links.link_id AND shares.channel_id = ?1 "
            "AND shared_at >= ?2)) ORDER BY added_at, link_id",
            (channel_id, since.isoformat()),
        )
        return await self._links(rows)

    async def list_found_sick(self, since: datetime, until: datetime) -> list[Link]:
        """Public, found dead or moved by a check in this half-open window, oldest first."""
        rows = await self._database.all(
            "SELECT * FROM links WHERE state = 'public' AND health IN (?, ?) AND checked_at >= ? AND checked_at < ? "
            "ORDER BY checked_at, link_id",
            (Health.DEAD.value, Health.MOVED.value, since.isoformat(), until.isoformat()),
        )
        return await self._links(rows)

    async def list_sick(self, limit: int) -> list[Link]:
        """Public, dead or moved elsewhere; the longest so first."""
        rows = await self._database.all(
            "SELECT * FROM links WHERE state = 'public' AND health IN (?, ?) ORDER BY failing_since_at, link_id "
            "LIMIT ?",
            (Health.DEAD.value, Health.MOVED.value, limit),
        )
        return await self._links(rows)

    async def count_sick(self) -> int:
        row = await self._database.one(
            "SELECT count(*) AS links FROM links WHERE state = 'public' AND health IN (?, ?)",
            (Health.DEAD.value, Health.MOVED.value),
        )
        return int(row["links"]) if row else 0

    async def list_due(self, now: datetime, limit: int) -> list[Link]:
        """One of each host, the one due longest."""
        rows = await self._database.all(
            "SELECT *, min(check_at) FROM links WHERE check_at <= ? GROUP BY host ORDER BY min(check_at) LIMIT ?",
            (now.isoformat(), limit),
        )
        return await self._links(rows)

    async def find_next_check_at(self) -> datetime | None:
        row = await self._database.one("SELECT min(check_at) AS check_at FROM links WHERE check_at IS NOT NULL")
        return datetime.fromisoformat(row["check_at"]) if row and row["check_at"] else None

    # Writing

    async def add(self, transaction: Transaction, link: Link) -> int:
        """Without its fingerprints, tags and shares."""
        values: dict[str, Value] = {
            "state": link.state.value,
            "is_read": link.is_read,
            "added_at": link.added_at.isoformat(),
            **address_values(link.addresses),
            **about_values(link.about),
            **checkup_values(link.checkup),
        }
        return await transaction.insert(
            f"INSERT INTO links ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
            values.values(),
        )

    async def add_fingerprints(self, transaction: Transaction, link_id: int, fingerprints: Iterable[str]) -> None:
        """One that another link bears stays its own."""
        for fingerprint in fingerprints:
            await transaction.execute(
                "INSERT INTO link_fingerprints (fingerprint, link_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (fingerprint, link_id),
            )

    async def free_fingerprints(self, transaction: Transaction, link_id: int) -> None:
        """The page may be shared anew."""
        await transaction.execute("DELETE FROM link_fingerprints WHERE link_id = ?", (link_id,))

    async def set_link(self, transaction: Transaction, link_id: int, **values: Value) -> None:
        """By column."""
        changes = ", ".join(f"{name} = ?" for name in values)
        await transaction.execute(
            f"UPDATE links SET {changes} WHERE link_id = ?",  # noqa: S608 - columns named by our own code
            (*values.values(), link_id),
        )

    async def set_about(self, transaction: Transaction, link_id: int, about: About, *, is_read: bool) -> None:
        await self.set_link(transaction, link_id, **about_values(about), is_read=is_read)

    async def set_addresses(self, transaction: Transaction, link_id: int, addresses: Addresses) -> None:
        await self.set_link(transaction, link_id, **address_values(addresses))

    async def set_checkup(self, transaction: Transaction, link_id: int, checkup: Checkup) -> None:
        await self.set_link(transaction, link_id, **checkup_values(checkup))

    async def set_tags(self, transaction: Transaction, link_id: int, tags: Iterable[str]) -> None:
        await transaction.execute("DELETE FROM link_tags WHERE link_id = ?", (link_id,))
        for place, tag in enumerate(dict.fromkeys(tags)):
            await transaction.execute(
                "INSERT INTO link_tags (link_id, place, tag) VALUES (?, ?, ?)", (link_id, place, tag)
            )

    async def put_share(self, transaction: Transaction, link_id: int, share: Share) -> tuple[int, bool]:
        """Its number, and whether it is new: of a second one by the same member, the words take the others' place."""
        permissions, source = share.permissions, share.source
        known = await transaction.one(
            "SELECT share_id FROM link_shares WHERE link_id = ? AND user_id = ?", (link_id, share.user_id)
        )
        words: tuple[Value, ...] = (share.note, permissions.leaves_discord, permissions.leaves_with_name)
        if known is None:
            share_id = await transaction.insert(
                "INSERT INTO link_shares (note, leaves_discord, leaves_with_name, link_id, user_id, shared_at, "
                "channel_id, message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*words, link_id, share.user_id, iso(share.shared_at), source.channel_id, source.message_id),
            )
            return share_id, True
        await transaction.execute(
            "UPDATE link_shares SET note = CASE ? WHEN '' THEN note ELSE ? END, leaves_discord = ?, "
            "leaves_with_name = ? WHERE share_id = ?",
            (share.note, *words, known["share_id"]),
        )
        return int(known["share_id"]), False

    async def set_note(self, transaction: Transaction, link_id: int, user_id: int, note: str) -> None:
        await transaction.execute(
            "UPDATE link_shares SET note = ? WHERE link_id = ? AND user_id = ?", (note, link_id, user_id)
        )

    async def set_permission(self, transaction: Transaction, link_id: int, user_id: int, **values: Value) -> None:
        changes = ", ".join(f"{name} = ?" for name in values)
        await transaction.execute(
            f"UPDATE link_shares SET {changes} WHERE link_id = ? AND user_id = ?",  # noqa: S608 - our own columns
            (*values.values(), link_id, user_id),
        )

    async def delete_share(self, transaction: Transaction, link_id: int, user_id: int) -> None:
        await transaction.execute("DELETE FROM link_shares WHERE link_id = ? AND user_id = ?", (link_id, user_id))

    async def blank(self, transaction: Transaction, link_id: int) -> None:
        """What was removed is gone: its addresses and words, who shared it, who marked it."""
        for table in ("link_fingerprints", "link_tags", "link_shares", "link_useful", "link_later"):
            await transaction.execute(f"DELETE FROM {table} WHERE link_id = ?", (link_id,))  # noqa: S608 - ours
        await self.set_link(
            transaction, link_id, state=LinkState.REMOVED.value, given="", final="", canonical="", host="", title="",
            description="", site="", author="", check_at=None, moved_to="",
        )  # fmt: skip

    # Marks

    async def toggle_useful(self, transaction: Transaction, link_id: int, user_id: int) -> bool:
        """True when it is marked now."""
        if await transaction.execute("DELETE FROM link_useful WHERE link_id = ? AND user_id = ?", (link_id, user_id)):
            return False
        await transaction.execute("INSERT INTO link_useful (link_id, user_id) VALUES (?, ?)", (link_id, user_id))
        return True

    async def toggle_later(self, transaction: Transaction, link_id: int, user_id: int, now: datetime) -> bool:
        """True when it is on the list now."""
        if await transaction.execute("DELETE FROM link_later WHERE link_id = ? AND user_id = ?", (link_id, user_id)):
            return False
        await transaction.execute(
            "INSERT INTO link_later (link_id, user_id, saved_at) VALUES (?, ?, ?)", (link_id, user_id, iso(now))
        )
        return True

    async def delete_later(self, transaction: Transaction, link_id: int, user_id: int) -> None:
        await transaction.execute("DELETE FROM link_later WHERE link_id = ? AND user_id = ?", (link_id, user_id))

    async def _links(self, rows: Sequence[Row]) -> list[Link]:
        """In the order of the rows; three questions, however many they are."""
        links: list[Link] = []
        for start in range(0, len(rows), _AT_ONCE):
            links += await self._some(rows[start : start + _AT_ONCE])
        return links

    async def _some(self, rows: Sequence[Row]) -> list[Link]:
        ids = [row["link_id"] for row in rows]
        among = f"link_id IN ({', '.join('?' * len(ids))})"
        tags, shares = defaultdict[int, list[str]](list), defaultdict[int, list[Share]](list)
        for tag in await self._database.all(f"SELECT * FROM link_tags WHERE {among} ORDER BY place", ids):  # noqa: S608
            tags[tag["link_id"]].append(tag["tag"])
        for share in await self._database.all(f"SELECT * FROM link_shares WHERE {among} ORDER BY share_id", ids):  # noqa: S608
            shares[share["link_id"]].append(share_of(share))
        counted = await self._database.all(
            f"SELECT link_id, count(*) AS marks FROM link_useful WHERE {among} GROUP BY link_id",  # noqa: S608
            ids,
        )
        useful = {row["link_id"]: row["marks"] for row in counted}
        return [
            link_of(row, tags[link_id], shares[link_id], useful.get(link_id, 0))
            for row, link_id in zip(rows, ids, strict=True)
        ]
