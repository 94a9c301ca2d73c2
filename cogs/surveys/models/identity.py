"""What makes a questionnaire, or a question, the same as another: members see the first, waves need the second."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256

from cogs.surveys.models.questionnaire import Question, Questionnaire

_SHORT = 8


def fingerprint(questionnaire: Questionnaire) -> str:
    """SHA-256, in hexadecimal, of everything that is asked, in every language."""
    return sha256(_canonical(asdict(questionnaire))).hexdigest()


def short_fingerprint(questionnaire: Questionnaire) -> str:
    """As shown to members: `3f2a-91c0`."""
    digest = fingerprint(questionnaire)[:_SHORT]
    return f"{digest[:4]}-{digest[4:]}"


def series_key(question: Question) -> str:
    """Equal over waves as long as wording, kind and options are, in the questionnaire's first language.

    The help is left out, and so are ids: another word beside the question starts no new series.
    """
    asked = [
        question.kind.value,
        question.text.first,
        question.maximum,
        [option.text.first for option in question.options],
    ]
    return sha256(_canonical(asked)).hexdigest()


def _canonical(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
