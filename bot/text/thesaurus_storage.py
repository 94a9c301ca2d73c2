"""The rows of the thesaurus."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any, cast

from bot.storage.database import Database, Transaction
from bot.text.tags import Language, Tag


class ThesaurusStorage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def list_tags(self) -> tuple[dict[str, Tag], dict[str, str]]:
        """The tags by key, merged ones among them; and for those, where they went."""
        tags: dict[str, Tag] = {}
        merged: dict[str, str] = {}
        for row in await self._database.all("SELECT * FROM thesaurus_tags ORDER BY tag_key"):
            tags[row["tag_key"]] = Tag(row["tag_key"], row["fr"], row["en"], broader=row["broader"])
            if row["merged_into"]:
                merged[row["tag_key"]] = row["merged_into"]
        synonyms = await self._database.all("SELECT * FROM thesaurus_synonyms ORDER BY tag_key, language, name")
        for row in synonyms:
            tag, field = tags[row["tag_key"]], f"{row['language']}_synonyms"
            names: Any = (*getattr(tag, field), row["name"])
            tags[tag.key] = replace(tag, **{field: cast("tuple[str, ...]", names)})
        return tags, merged

    async def sow(self, transaction: Transaction, shipped: Iterable[Tag]) -> None:
        """Follows the shipped file wherever moderators did not decide otherwise."""
        shipped = tuple(shipped)
        if not shipped:
            return
        await transaction.execute("DELETE FROM thesaurus_synonyms WHERE is_shipped = 1")
        for tag in shipped:
            await transaction.execute(
                "INSERT INTO thesaurus_tags (tag_key, fr, en, broader) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (tag_key) DO UPDATE SET broader = excluded.broader, "
                "fr = iif(is_renamed, fr, excluded.fr), en = iif(is_renamed, en, excluded.en)",
                (tag.key, tag.fr, tag.en, tag.broader),
            )
            for language, names in (("fr", tag.fr_synonyms), ("en", tag.en_synonyms)):
                for name in names:
                    await self.add_synonym(transaction, tag.key, cast("Language", language), name, is_shipped=True)

    async def add_tag(self, transaction: Transaction, tag: Tag) -> None:
        await transaction.execute(
            "INSERT INTO thesaurus_tags (tag_key, fr, en, broader, is_renamed) VALUES (?, ?, ?, ?, 1)",
            (tag.key, tag.fr, tag.en, tag.broader),
        )

    async def add_synonym(
        self, transaction: Transaction, key: str, language: Language, name: str, *, is_shipped: bool = False
    ) -> None:
        await transaction.execute(
            "INSERT INTO thesaurus_synonyms (tag_key, language, name, is_shipped) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            (key, language, name, int(is_shipped)),
        )

    async def rename(self, transaction: Transaction, key: str, fr: str, en: str) -> None:
        await transaction.execute(
            "UPDATE thesaurus_tags SET fr = ?, en = ?, is_renamed = 1 WHERE tag_key = ?", (fr, en, key)
        )

    async def merge(self, transaction: Transaction, key: str, into: str) -> None:
        await transaction.execute("UPDATE thesaurus_tags SET merged_into = ? WHERE tag_key = ?", (into, key))
