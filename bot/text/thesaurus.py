"""The thesaurus: the tags of the database in memory, and what moderators do to them."""

from __future__ import annotations

from pathlib import Path

from bot.storage.database import Database
from bot.text.french import match_words
from bot.text.tag_index import TagIndex
from bot.text.tags import (
    MOST_SYNONYMS,
    MOST_TAGS,
    Language,
    Tag,
    TagMergesIntoItself,
    TagNameTaken,
    TagNameUnfit,
    TagUnknown,
    TooManyNames,
    fit_name,
    read_themes,
)
from bot.text.thesaurus_storage import ThesaurusStorage

SHIPPED = Path(__file__).with_name("themes.toml")


class Thesaurus(TagIndex):
    """Made by `load`; always what the database holds."""

    def __init__(self, storage: ThesaurusStorage) -> None:
        super().__init__()
        self._storage = storage

    @classmethod
    async def load(cls, database: Database, shipped_path: Path = SHIPPED) -> Thesaurus:
        """Sows what the shipped file holds, where there is one, and reads everything."""
        storage = ThesaurusStorage(database)
        async with database.transaction() as transaction:
            await storage.sow(transaction, read_themes(shipped_path))
        thesaurus = cls(storage)
        await thesaurus.reload()
        return thesaurus

    async def reload(self) -> None:
        """Reads the database again: after an act, or an import."""
        super().__init__(*await self._storage.list_tags())

    async def add_tag(self, *, fr: str, en: str, broader: str | None = None) -> Tag:
        """Raises TagNameUnfit, TagNameTaken, TagUnknown, TooManyNames."""
        fr, en = fit_name(fr), fit_name(en)
        async with self._storage.transaction() as transaction:
            await self.reload()
            if len(self.list_tags()) >= MOST_TAGS:
                raise TooManyNames(MOST_TAGS)
            tag = Tag(self._free_key(en), fr, en, broader=self.get(broader).key if broader else None)
            self._require_free(tag.key, fr, en)
            await self._storage.add_tag(transaction, tag)
        await self.reload()
        return self.get(tag.key)

    async def rename(self, key: str, *, fr: str | None = None, en: str | None = None) -> Tag:
        """The former names go on finding it. Raises TagNameUnfit, TagNameTaken, TagUnknown."""
        async with self._storage.transaction() as transaction:
            await self.reload()
            tag = self.get(key)
            new_fr, new_en = fit_name(fr or tag.fr), fit_name(en or tag.en)
            self._require_free(tag.key, new_fr, new_en)
            await self._storage.rename(transaction, tag.key, new_fr, new_en)
            if new_fr != tag.fr:
                await self._storage.add_synonym(transaction, tag.key, "fr", tag.fr)
            if new_en != tag.en:
                await self._storage.add_synonym(transaction, tag.key, "en", tag.en)
        await self.reload()
        return self.get(key)

    async def merge(self, key: str, into: str) -> Tag:
        """Everything that named the one names the other. Raises TagMergesIntoItself, TagUnknown."""
        async with self._storage.transaction() as transaction:
            await self.reload()
            source, target = self.get(key), self.get(into)
            if source.key == target.key:
                raise TagMergesIntoItself
            await self._storage.merge(transaction, source.key, target.key)
        await self.reload()
        return self.get(key)

    async def add_synonym(self, key: str, name: str, *, language: Language) -> Tag:
        """Raises TagNameUnfit, TagNameTaken, TagUnknown, TooManyNames."""
        name = fit_name(name)
        async with self._storage.transaction() as transaction:
            await self.reload()
            tag = self.get(key)
            if len(tag.fr_synonyms) + len(tag.en_synonyms) >= MOST_SYNONYMS:
                raise TooManyNames(MOST_SYNONYMS)
            self._require_free(tag.key, name)
            await self._storage.add_synonym(transaction, tag.key, language, name)
        await self.reload()
        return self.get(key)

    def _require_free(self, key: str, *names: str) -> None:
        for name in names:
            holder = self.find_exactly(name)
            if holder is not None and holder.key != key:
                raise TagNameTaken(holder.fr)

    def _free_key(self, name: str) -> str:
        words = "-".join(match_words(name))
        if not words:
            raise TagNameUnfit
        candidates = (words, *(f"{words}-{number}" for number in range(2, MOST_TAGS + 2)))
        return next(key for key in candidates if self.find_key(key) is None)


__all__ = ["SHIPPED", "Language", "Tag", "TagUnknown", "Thesaurus"]
