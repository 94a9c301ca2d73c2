"""Deliberately naive stores, each as somebody reasonable might write it. The adversary must read them all."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import randbits, token_hex
from typing import Protocol


class NaiveStore(Protocol):
    logs: list[str]

    def cast(self, user_id: int, choice: int) -> None: ...

    def close_poll(self) -> None: ...

    def release(self) -> None: ...


MakeStore = Callable[[Path, Sequence[int], Sequence[str]], NaiveStore]


class _InSqlite:
    """One transaction per vote."""

    tables = ""
    journal = "DELETE"

    def __init__(self, folder: Path, members: Sequence[int], labels: Sequence[str]) -> None:
        self.logs: list[str] = []
        self.connection = sqlite3.connect(folder / "votes.db", isolation_level=None)
        self.connection.execute(f"PRAGMA journal_mode={self.journal}").fetchall()
        # Not measured here, and slow: what is on disk after a power cut.
        self.connection.execute("PRAGMA synchronous=OFF").fetchall()
        # As SQLite is by itself; some distributions build it otherwise.
        self.connection.execute("PRAGMA secure_delete=OFF").fetchall()
        self.connection.executescript(self.tables)

    def transact(self, *statements: tuple[str, tuple[int, ...]]) -> None:
        self.connection.execute("BEGIN")
        for sql, values in statements:
            self.connection.execute(sql, values)
        self.connection.execute("COMMIT")

    def close_poll(self) -> None:
        self.release()

    def release(self) -> None:
        self.connection.close()


class IdBesideVote(_InSqlite):
    """What chat polls do. At closing it deletes the votes, in good faith: the bytes stay."""

    tables = "CREATE TABLE votes (user_id INTEGER NOT NULL, choice INTEGER NOT NULL)"

    def cast(self, user_id: int, choice: int) -> None:
        self.transact(("INSERT INTO votes VALUES (?, ?)", (user_id, choice)))

    def close_poll(self) -> None:
        self.transact(("DELETE FROM votes", ()))
        self.release()


class NumberedVotes(_InSqlite):
    """The vote without its author, but with its number."""

    tables = """CREATE TABLE voters (user_id INTEGER PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE votes (vote_id INTEGER PRIMARY KEY AUTOINCREMENT, choice INTEGER NOT NULL)"""

    def cast(self, user_id: int, choice: int) -> None:
        self.transact(
            ("INSERT INTO voters VALUES (?)", (user_id,)), ("INSERT INTO votes (choice) VALUES (?)", (choice,))
        )


class RandomKeys(_InSqlite):
    """Voters in one table, votes in another, under random keys."""

    tables = """CREATE TABLE voters (user_id INTEGER PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE votes (vote_id INTEGER PRIMARY KEY, choice INTEGER NOT NULL)"""

    def cast(self, user_id: int, choice: int) -> None:
        self.transact(
            ("INSERT INTO voters VALUES (?)", (user_id,)), ("INSERT INTO votes VALUES (?, ?)", (randbits(62), choice))
        )


class RandomKeysInWal(RandomKeys):
    journal = "WAL"


class CountersInWal(_InSqlite):
    """Nothing but who has voted and how many chose what: the write-ahead log keeps every step."""

    journal = "WAL"
    tables = """CREATE TABLE voters (user_id INTEGER PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE counters (choice INTEGER PRIMARY KEY, people INTEGER NOT NULL)"""

    def __init__(self, folder: Path, members: Sequence[int], labels: Sequence[str]) -> None:
        super().__init__(folder, members, labels)
        for choice in range(len(labels)):
            self.transact(("INSERT INTO counters VALUES (?, 0)", (choice,)))

    def cast(self, user_id: int, choice: int) -> None:
        self.transact(
            ("INSERT INTO voters VALUES (?)", (user_id,)),
            ("UPDATE counters SET people = people + 1 WHERE choice = ?", (choice,)),
        )


class UnnamedCountersInWal(CountersInWal):
    """The counters under names that mean nothing; at the end, the counts say which is which."""

    def __init__(self, folder: Path, members: Sequence[int], labels: Sequence[str]) -> None:
        self._names = [randbits(62) for _ in labels]
        super().__init__(folder, members, labels)
        self.transact(
            *(
                ("UPDATE counters SET choice = ? WHERE choice = ?", (name, choice))
                for choice, name in enumerate(self._names)
            )
        )

    def cast(self, user_id: int, choice: int) -> None:
        super().cast(user_id, self._names[choice])


class _InSmallFile:
    """Flags and counters: the same content as a ballot box has."""

    def __init__(self, members: Sequence[int], labels: Sequence[str]) -> None:
        self.logs: list[str] = []
        self._places = {member: place for place, member in enumerate(members)}
        self._flags, self._counts = 0, [0] * len(labels)

    def count(self, user_id: int, choice: int) -> bytes:
        self._flags |= 1 << self._places[user_id]
        self._counts[choice] += 1
        return json.dumps({"answered": f"{self._flags:x}", "counts": self._counts}, separators=(",", ":")).encode()


class RenamedFile(_InSmallFile):
    """Written to a temporary file, synced, renamed: safe from crashes, and every state stays in a freed block."""

    def __init__(self, folder: Path, members: Sequence[int], labels: Sequence[str]) -> None:
        super().__init__(members, labels)
        self._path = folder / "poll.json"

    def cast(self, user_id: int, choice: int) -> None:
        temporary = self._path.with_suffix(".new")
        with temporary.open("wb") as file:
            file.write(self.count(user_id, choice))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)

    def close_poll(self) -> None:
        self._path.unlink()

    def release(self) -> None: ...


class ToyDisk:
    """A block allocator that takes the next free block, round and round, and clears nothing: an emulation."""

    BLOCK = 4096

    def __init__(self, blocks: int) -> None:
        self.image = bytearray(blocks * self.BLOCK)
        self._used: set[int] = set()
        self._next = 0

    def write(self, content: bytes) -> int:
        blocks = len(self.image) // self.BLOCK
        while self._next % blocks in self._used:
            self._next += 1
        block = self._next % blocks
        self._next += 1
        self._used.add(block)
        self.image[block * self.BLOCK : (block + 1) * self.BLOCK] = content.ljust(self.BLOCK, b"\0")
        return block

    def free(self, block: int) -> None:
        self._used.discard(block)


class RenamedFileOnToyDisk(_InSmallFile):
    """Where no loop device can be had."""

    def __init__(self, disk: ToyDisk, members: Sequence[int], labels: Sequence[str]) -> None:
        super().__init__(members, labels)
        self._disk = disk
        self._block: int | None = None

    def cast(self, user_id: int, choice: int) -> None:
        new = self._disk.write(self.count(user_id, choice))
        self.close_poll()
        self._block = new

    def close_poll(self) -> None:
        if self._block is not None:
            self._disk.free(self._block)
        self._block = None

    def release(self) -> None: ...


class OneFileEach:
    """A file per answer, named at random: its time of change says which vote it was."""

    def __init__(self, folder: Path, members: Sequence[int], labels: Sequence[str]) -> None:
        self.logs: list[str] = []
        self._folder, self._labels = folder / "answers", labels
        self._folder.mkdir()
        self._time = 1_800_000_000

    def cast(self, user_id: int, choice: int) -> None:
        path = self._folder / token_hex(8)
        path.write_text(self._labels[choice], encoding="utf-8")
        # A second between votes, without waiting for it.
        self._time += 1
        os.utime(path, (self._time, self._time))

    def close_poll(self) -> None: ...

    def release(self) -> None: ...


class TalkativeLog:
    """Nothing on disk; the log says what was chosen, and not by whom."""

    def __init__(self, folder: Path, members: Sequence[int], labels: Sequence[str]) -> None:
        self.logs: list[str] = []
        self._labels = labels

    def cast(self, user_id: int, choice: int) -> None:
        self.logs.append(f"2026-11-24 10:00:00 INFO votes: one more for «{self._labels[choice]}»")

    def close_poll(self) -> None: ...

    def release(self) -> None: ...


IN_FILES: dict[str, MakeStore] = {
    "(a) user id beside the vote": IdBesideVote,
    "(b) random keys in SQLite": RandomKeys,
    "(b) random keys in a WAL database": RandomKeysInWal,
    "(c) counters in a WAL database": CountersInWal,
    "(e) numbered votes, no author": NumberedVotes,
    "(f) a file for each answer": OneFileEach,
    "(g) a log of choices only": TalkativeLog,
}
