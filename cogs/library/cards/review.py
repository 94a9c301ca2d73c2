"""What the review desk shows of a text, of a question, of an old entry."""

from __future__ import annotations

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, prose
from bot.screen.ui import Field, form
from cogs.library.cards.parts import SUMMARY, TagName, about, file_lines, labels
from cogs.library.models import MOST_TAGS, Question, Version

# Of the desk's 2,500 characters.
_ROOM, _EXCERPT, _LEAST = 2500, 1200, 100


def submission_blocks(version: Version, t: Speaker, tag_name: TagName) -> tuple[str, ...]:
    """The excerpt has what the rest leaves of the desk's room."""
    content = version.content
    leaving = "never" if not content.leaves_discord else "signed" if content.leaves_with_name else "nameless"
    number = [f"-# {t('library-version-number', number=version.number)}"] if version.number > 1 else []
    front = (
        "\n".join([about(content, version.author_name, t), *number]),
        *([f"*{neutral(content.summary, SUMMARY)}*"] if content.summary else []),
    )
    back = (
        *([file_lines(content.files, t)] if content.files else []),
        labels(content, t, tag_name),
        f"-# {t(f'library-leaves-{leaving}')}",
    )
    room = min(_EXCERPT, _ROOM - sum(map(len, (*front, *back))))
    excerpt = [prose(content.text, room)] if content.text and room > _LEAST else []
    return (*front, *excerpt, *back)


def question_blocks(question: Question, t: Speaker) -> tuple[str, ...]:
    return (t("library-question-for-you"), f"> {neutral(' '.join(question.text.split()), 1500)}")


def validity_blocks(version: Version, t: Speaker) -> tuple[str, ...]:
    summary = [f"*{neutral(version.content.summary, SUMMARY)}*"] if version.content.summary else []
    return (t("library-validity-for-you"), *summary)


def tags_form(version: Version, t: Speaker, tag_name: TagName) -> ui.Modal:
    tags = ", ".join(tag_name(tag) for tag in version.content.tags)
    field = Field(
        "tags", t("library-field-tags"), t("library-field-tags.hint"), value=tags, required=False, most=50 * MOST_TAGS
    )
    return form(t("library-retag"), f"library:retagged:{version.version_id}", [field])
