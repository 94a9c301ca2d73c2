"""The letter on Discord, in as many messages as it takes; the draft shows these very parts."""

from __future__ import annotations

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, plain, prose
from bot.screen.ui import ACCENT, Layout, stamp
from cogs.digests.models import Chunk, Item, Letter, Part, Room, split

_TITLE, _SUMMARY, _AUTHOR, _URL, _NAME = 200, 300, 60, 300, 90
_INTRODUCTION = 1700
# A message holds 4,000 characters: what moderators read around a part of the draft fits beside it.
_ROOM = 3000
_MOST_SECTIONS = 12


def letter_parts(letter: Letter, t: Speaker, *, role_id: int | None = None) -> tuple[tuple[str, ...], ...]:
    """Each part as its blocks of text. `role_id` stands in the first one only."""
    head, foot = _head(letter, t, role_id), f"-# {t('digests-foot')}"
    sections = [
        Chunk(f"### {_title(section.key, t)}", tuple(item_text(item, t) for item in section.items))
        for section in letter.sections
    ]
    room = Room(_ROOM - sum(map(len, head)) - len(foot), _ROOM - _NAME - len(foot), _MOST_SECTIONS)
    parts = split(sections, room, again=f" {t('digests-goes-on')}")
    return tuple(_blocks(number, part, head=head, foot=foot, of=len(parts), t=t) for number, part in enumerate(parts))


def part_card(blocks: tuple[str, ...]) -> Layout:
    return Layout(*blocks, accent=ACCENT)


def item_text(item: Item, t: Speaker) -> str:
    """At most 950 characters. A title is never the words of a link: it comes from a stranger."""
    title = f"- **{neutral(plain(item.title, _TITLE), _TITLE)}**"
    when = f" · {stamp(item.happens_at)}" if item.happens_at else ""
    author = f" · {neutral(plain(item.author, _AUTHOR), _AUTHOR)}" if item.author else ""
    summary = f"\n  {neutral(plain(item.summary, _SUMMARY), _SUMMARY)}" if item.summary else ""
    link = f"\n  [{t('digests-go')}]({item.url.replace(')', '%29')})" if _is_short(item.url) else ""
    return f"{title}{when}{author}{summary}{link}"


def _is_short(url: str) -> bool:
    """A link that is cut leads nowhere."""
    return 0 < len(url) <= _URL


def _head(letter: Letter, t: Speaker, role_id: int | None) -> tuple[str, ...]:
    name = neutral(letter.name, _NAME)
    introduction = prose(letter.introduction, _INTRODUCTION) if letter.introduction else ""
    called = f"<@&{role_id}>" if role_id else ""
    return tuple(filter(None, (f"# {name}\n-# {t.day(letter.due_at)}", called, introduction)))


def _blocks(number: int, part: Part, *, head: tuple[str, ...], foot: str, of: int, t: Speaker) -> tuple[str, ...]:
    texts = tuple(chunk.text for chunk in part)
    count = (f"-# {t('page-number', number=number + 1, pages=of)}",) if of > 1 else ()
    return (*(head if number == 0 else ()), *texts, *count, *((foot,) if number + 1 == of else ()))


def _title(section: str, t: Speaker) -> str:
    return t(f"digest-section-{section}")
