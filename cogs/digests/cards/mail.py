"""The same letter for a mailing list, as files that a person sends with their own mail tool.

Only what may leave Discord, names only where somebody agreed, nothing fetched from anywhere when it is opened.
"""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import dataclass
from html import escape

import discord
from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import plain
from bot.screen.ui import ACCENT, Layout
from cogs.digests.models import Item, Letter, Section

COLUMNS = 78
_PREHEADER = 100
# What only Discord knows how to show: mentions, moments, its own emojis.
_DISCORD = re.compile(r"<(?:@[!&]?|#)\d+>|<t:-?\d+(?::[a-zA-Z])?>")
_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|\*|__|~~|\|\||`{1,3})(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_LINE_START = re.compile(r"^(?:#{1,3}|-#|>{1,3}) +", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]+)\]\(<?(https?://[^)\s>]+)>?\)")

_BODY = "margin:0;padding:0;background:#f4f2ee;color:#1f1d1a;font-family:Georgia,'Times New Roman',serif"
_COLUMN = "max-width:600px;margin:0 auto;padding:24px 20px;background:#ffffff;font-size:17px;line-height:1.5"
_H2 = "font-size:20px;line-height:1.3;margin:32px 0 8px"
_QUIET = "font-size:14px;color:#5a564f;margin:4px 0"
_HIDDEN = "display:none;max-height:0;overflow:hidden"
_DARK = (
    ":root{color-scheme:light dark}"
    "@media (prefers-color-scheme:dark){"
    "body{background:#17161a!important}"
    ".column{background:#211f26!important;color:#f1eee8!important}"
    ".quiet{color:#b8b2a8!important}a{color:#b9a8ff!important}}"
)


@dataclass(frozen=True, slots=True)
class Mail:
    """`name`: of the files, without their ending."""

    name: str
    subject: str
    preheader: str
    html: str
    text: str
    markdown: str

    def files(self) -> list[discord.File]:
        bodies = (("html", self.html), ("txt", self.text), ("md", self.markdown))
        return [discord.File(io.BytesIO(body.encode()), f"{self.name}.{ending}") for ending, body in bodies]


def mail_of(letter: Letter, t: Speaker) -> Mail:
    sections = _leaving(letter)
    subject = plain(f"{words(letter.name)} — {t.day(letter.due_at)}", 150)
    introduction = words(letter.introduction)
    titles = " · ".join(item.title for section in sections for item in section.items)
    preheader = plain(introduction or words(titles), _PREHEADER)
    return Mail(
        name=f"lettre-{letter.due_at.astimezone(t.zone):%Y-%m-%d}",
        subject=subject,
        preheader=preheader,
        html=_html(sections, introduction, t, subject=subject, preheader=preheader),
        text=_text(sections, introduction, t, subject=subject),
        markdown=_markdown(sections, introduction, t, subject=subject),
    )


def mail_card(mail: Mail, left_out: int, t: Speaker) -> Layout:
    """Sent with the files."""
    return Layout(
        f"**{t('digests-mail-subject')}**\n```\n{_fenced(mail.subject)}\n```",
        f"**{t('digests-mail-preheader')}**\n```\n{_fenced(mail.preheader) or '—'}\n```",
        t("digests-mail-hint"),
        *([t("digests-mail-left-out", count=left_out)] if left_out else []),
        *(ui.File[discord.ui.LayoutView](f"attachment://{mail.name}.{ending}") for ending in ("html", "txt", "md")),
        accent=ACCENT,
    )


def _fenced(text: str) -> str:
    return text.replace("`", "’")


def words(text: str) -> str:
    """Discord's markup turned into words."""
    text = _LINK.sub(lambda link: f"{link[1]} ({link[2]})", _EMOJI.sub(r":\1:", _DISCORD.sub("", text)))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return re.sub(r"[ \t]{2,}", " ", _LINE_START.sub("", text)).strip()


def _leaving(letter: Letter) -> tuple[Section, ...]:
    kept = (
        Section(section.key, tuple(item for item in section.items if item.leaves_discord))
        for section in letter.sections
    )
    return tuple(section for section in kept if section.items)


def _when(item: Item, t: Speaker) -> str:
    return t.moment(item.happens_at) if item.happens_at else ""


def _author(item: Item) -> str:
    return item.author if item.leaves_with_name else ""


def _html(sections: tuple[Section, ...], introduction: str, t: Speaker, *, subject: str, preheader: str) -> str:
    body = [f'<h1 style="font-size:26px;line-height:1.2;margin:0 0 16px">{escape(subject)}</h1>']
    body += [f'<p style="margin:0 0 16px">{_lines(block)}</p>' for block in introduction.split("\n\n") if block.strip()]
    for section in sections:
        body.append(f'<h2 style="{_H2}">{escape(t(f"digest-section-{section.key}"))}</h2>')
        body += [_item_html(item, t) for item in section.items]
    body.append(f'<p class="quiet" style="{_QUIET};margin-top:40px">{escape(t("digests-foot"))}</p>')
    inside = "\n".join(body)
    return (
        f'<!DOCTYPE html>\n<html lang="{t.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(subject)}</title>\n<style>{_DARK}</style>\n</head>\n"
        f'<body style="{_BODY}">\n<div style="{_HIDDEN}">{escape(preheader)}</div>\n'
        f'<div class="column" role="article" style="{_COLUMN}">\n{inside}\n</div>\n</body>\n</html>\n'
    )


def _item_html(item: Item, t: Speaker) -> str:
    title, author, summary = escape(words(item.title)), escape(_author(item)), words(item.summary)
    parts = [f'<p style="margin:16px 0 0"><strong>{title}</strong></p>']
    about = " · ".join(filter(None, [_when(item, t), author]))
    if about:
        parts.append(f'<p class="quiet" style="{_QUIET}">{about}</p>')
    if summary:
        parts.append(f'<p style="margin:4px 0">{_lines(summary)}</p>')
    if item.url:
        label = t("digests-mail-read", title=words(item.title))
        parts.append(
            f'<p style="margin:4px 0"><a href="{escape(item.url)}" style="color:#4a35c9" '
            f'aria-label="{escape(label)}">{escape(t("digests-mail-read-short"))}</a></p>'
        )
    return "\n".join(parts)


def _lines(text: str) -> str:
    return "<br>\n".join(escape(line) for line in text.strip().split("\n"))


def _text(sections: tuple[Section, ...], introduction: str, t: Speaker, *, subject: str) -> str:
    blocks = [f"{_wrap(subject)}\n{'=' * min(len(subject), COLUMNS)}"]
    blocks += [_wrap(block) for block in introduction.split("\n\n") if block.strip()]
    for section in sections:
        title = t(f"digest-section-{section.key}").upper()
        blocks += [
            f"{_wrap(title)}\n{'-' * min(len(title), COLUMNS)}",
            *(_item_text(item, t) for item in section.items),
        ]
    blocks.append(f"-- \n{_wrap(t('digests-foot'))}")
    return "\n\n".join(blocks) + "\n"


def _item_text(item: Item, t: Speaker) -> str:
    lines = [_wrap(f"* {' — '.join(filter(None, [words(item.title), _when(item, t), _author(item)]))}", "  ")]
    lines += [_wrap(f"  {line}", "  ") for line in words(item.summary).split("\n") if line]
    # A link stays whole, however long.
    return "\n".join([*lines, *([f"  {item.url}"] if item.url else [])])


def _wrap(text: str, indent: str = "") -> str:
    return "\n".join(
        textwrap.fill(line, COLUMNS, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def _markdown(sections: tuple[Section, ...], introduction: str, t: Speaker, *, subject: str) -> str:
    blocks = [f"# {_safe(subject)}", *filter(None, [_safe(introduction)])]
    for section in sections:
        items = (_item_markdown(item, t) for item in section.items)
        blocks += [f"## {t(f'digest-section-{section.key}')}", "\n".join(items)]
    return "\n\n".join([*blocks, f"*{t('digests-foot')}*"]) + "\n"


def _item_markdown(item: Item, t: Speaker) -> str:
    about = "".join(f" — {_safe(said)}" for said in (_when(item, t), _author(item)) if said)
    summary = f"\n  {_safe(' '.join(words(item.summary).split()))}" if item.summary else ""
    return f"- **{_safe(words(item.title))}**{about}{summary}{f'{chr(10)}  <{item.url}>' if item.url else ''}"


def _safe(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
