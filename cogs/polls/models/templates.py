"""Ready-made polls on what the study of the trades raises; their words are messages, `polls-template-<key>`."""

from __future__ import annotations

from dataclasses import dataclass

from cogs.polls.models.polls import Kind


@dataclass(frozen=True, slots=True)
class Template:
    """Its message holds the theme; its attributes `.question`, `.context` and `.proposals`, one a line."""

    key: str
    kind: Kind
    sensitive: bool = False
    maximum: int | None = None


TEMPLATES = (
    Template("hidden-use", Kind.SINGLE, sensitive=True),
    Template("workload", Kind.SINGLE),
    Template("time", Kind.RANKING),
    Template("ecology", Kind.SINGLE),
    Template("red-lines", Kind.JUDGMENT),
    Template("non-ai-spaces", Kind.SEVERAL, maximum=3),
    Template("juniors", Kind.SINGLE),
    Template("gender", Kind.SINGLE, sensitive=True),
    Template("who-decides", Kind.RANKING),
    Template("transparency", Kind.JUDGMENT),
)


def find_template(key: str) -> Template | None:
    return next((template for template in TEMPLATES if template.key == key), None)
