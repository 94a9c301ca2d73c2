"""What several cards of the library share: the lines that say what a text is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral
from cogs.library.models import AttachedFile, Content

TITLE, SUMMARY, ORGANISATION, SOURCE, FILE_NAME = 200, 400, 150, 300, 60
_MEGABYTE = 1_000_000
TagName = Callable[[str], str]


def heading(content: Content) -> str:
    return f"## {neutral(content.title, TITLE)}"


def about(content: Content, author_name: str, t: Speaker) -> str:
    """Who wrote it, where, when."""
    author = t("library-by", name=neutral(author_name, 100)) if author_name else t("library-nameless")
    where = [neutral(content.organisation, ORGANISATION)] if content.organisation else []
    year = [str(content.year)] if content.year else []
    return " · ".join([t(f"facet-kind-{content.kind}"), author, *where, *year])


def labels(content: Content, t: Speaker, tag_name: TagName) -> str:
    """Venue, trade, tags; how AI was used; the licence and what may be done."""
    lines: list[str] = []
    where = [
        *([t(f"facet-venue-{content.venue}")] if content.venue else []),
        *([t(f"facet-trade-{content.trade}")] if content.trade else []),
    ]
    if where:
        lines.append(" · ".join(where))
    if content.tags:
        lines.append(t("library-tags-line", tags=tag_list(content.tags, tag_name)))
    lines.append(t("library-ai-line", use=t(f"library-ai-{content.ai_use or 'unsaid'}")))
    lines.append(t("library-licence-line", licence=t(f"facet-licence-{content.licence}")))
    if content.source:
        lines.append(t("library-source-line", source=neutral(content.source, SOURCE)))
    return "\n".join(f"-# {line}" for line in lines)


def tag_list(tags: Sequence[str], tag_name: TagName) -> str:
    return ", ".join(neutral(tag_name(tag), 45) for tag in tags)


def file_lines(files: Sequence[AttachedFile], t: Speaker) -> str:
    return "\n".join(
        f"- {neutral(file.name, FILE_NAME)} ({size(file.size, t)})"
        + (f" — {t(f'library-file-{file.problem}')}" if file.problem else "")
        for file in files
    )


def size(count: int, t: Speaker) -> str:
    if count < _MEGABYTE:
        return t("library-kilobytes", size=t.number(max(1, round(count / 1000))))
    return t("library-megabytes", size=t.number(count / _MEGABYTE, 1))
