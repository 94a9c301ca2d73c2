"""The versions of an entry, and what changed between two."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise

import discord

from bot.screen.i18n import Speaker
from bot.screen.neutral import clip, neutral
from bot.screen.ui import Layout, button, choice, row, stamp
from cogs.library.cards.parts import TagName, heading
from cogs.library.models import Content, Version

_WHOLE, _VALUE = 3600, 90
_SHOWN = ("title", "summary", "organisation", "year", "venue", "trade", "licence", "source", "ai_use")


def history_card(versions: Sequence[Version], t: Speaker) -> Layout:
    """The last first; two of them can be compared."""
    last = versions[-1]
    lines = [
        t(
            "library-version-line",
            number=version.number,
            moment=stamp(version.published_at or version.submitted_at, "D"),
        )
        for version in reversed(versions)
    ]
    options = [
        discord.SelectOption(
            label=t("library-compare-with", before=before.number, after=after.number),
            value=f"{before.version_id}-{after.version_id}",
        )
        for before, after in reversed(list(pairwise(versions)))
    ]
    if len(versions) > 2:  # noqa: PLR2004 - the first and the last are no neighbours
        label = t("library-compare-with", before=versions[0].number, after=last.number)
        options.append(discord.SelectOption(label=label, value=f"{versions[0].version_id}-{last.version_id}"))
    return Layout(
        heading(last.content),
        "\n".join(lines[:25]),
        *([choice(f"library:compare:{last.entry_id}", options, placeholder=t("library-compare"))] if options else []),
        row(button(t("library-read"), f"library:show:{last.entry_id}")),
    )


def difference_card(before: Version, after: Version, t: Speaker, tag_name: TagName) -> Layout:
    lines = _fields(before.content, after.content, t, tag_name)
    text = "\n".join(
        difflib.unified_diff(before.content.text.splitlines(), after.content.text.splitlines(), lineterm="", n=1)
    ).replace("```", "'''")
    # The first two lines would name files; what begins with @@ counts lines nobody numbered.
    kept = "\n".join(line for line in text.splitlines()[2:] if not line.startswith("@@"))
    return Layout(
        f"### {t('library-compare-with', before=before.number, after=after.number)}",
        *(["\n".join(lines)] if lines else []),
        *([f"```diff\n{clip(kept, _WHOLE - sum(map(len, lines)))}\n```"] if kept else []),
        *([t("library-no-difference")] if not lines and not kept else []),
        row(button(t("library-history"), f"library:history:{after.entry_id}")),
    )


def _fields(before: Content, after: Content, t: Speaker, tag_name: TagName) -> list[str]:
    known = {field.name for field in fields(Content)}
    lines = [
        t(
            "library-changed",
            field=t(f"library-changed-{name.replace('_', '-')}"),
            before=neutral(str(getattr(before, name) or "—"), _VALUE),
            after=neutral(str(getattr(after, name) or "—"), _VALUE),
        )
        for name in _SHOWN
        if name in known and getattr(before, name) != getattr(after, name)
    ]
    for name, one, other in (
        ("tags", [tag_name(tag) for tag in before.tags], [tag_name(tag) for tag in after.tags]),
        ("files", [file.name for file in before.files], [file.name for file in after.files]),
    ):
        if one != other:
            lines.append(
                t(
                    "library-changed",
                    field=t(f"library-changed-{name}"),
                    before=neutral(", ".join(one) or "—", _VALUE),
                    after=neutral(", ".join(other) or "—", _VALUE),
                )
            )
    return lines
