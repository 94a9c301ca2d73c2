"""What the review desk shows of a text, of a question, of an old entry."""

from __future__ import annotations

from discord import ui

from bot.screen.i18n import Speaker
from bot.screen.neutral import neutral, prose
from bot.screen.ui import Field, form
from cogs.library.cards.parts import SUMMARY, TagName, about, file_lines, labels
from cogs.library.models import MOST_TAGS, Question, Version

_EXCERPT = 1200


def submission_blocks(version: Version, t: Speaker, tag_name: TagName) -> tuple[str, ...]:
    content = version.content
    leaving = "never" if not content.leaves_discord else "named" if content.leaves_with_name else "nameless"
    number = [f"-# {t('library-version-number', number=version.number)}"] if version.number > 1 else []
    return (
        "\n".join([about(content, version.author_name, t), *number]),
        *([f"*{neutral(content.summary, SUMMARY)}*"] if content.summary else []),
        *([prose(content.text, _EXCERPT)] if content.text else []),
        *([file_lines(content.files, t)] if content.files else []),
        labels(content, t, tag_name),
        f"-# {t(f'library-leaves-{leaving}')}",
    )


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
