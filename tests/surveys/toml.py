"""Small questionnaires written as their files are."""

from __future__ import annotations

HEAD = """\
key = "essai"
languages = ["fr"]

[title]
fr = "Essai"

[introduction]
fr = "Quelques questions."
"""


def question(question_id: str, kind: str, *more: str, text: str = "") -> str:
    return "\n".join(
        [
            "",
            "[[question]]",
            f'id = "{question_id}"',
            f'kind = "{kind}"',
            f'text.fr = "{text or question_id}"',
            *more,
            "",
        ]
    )


def options(*ids: str) -> str:
    return "options = [" + ", ".join(f'{{ id = "{option}", fr = "{option}" }}' for option in ids) + "]"


def show_if(question_id: str, *chosen: str) -> str:
    return f'show_if = {{ question = "{question_id}", options = [{", ".join(f"{option!r}" for option in chosen)}] }}'


PROFILE = question("famille", "single", "required = true", options("prefer-not-to-say", "scene", "bureau"))


def crossed_with(*ids: str) -> str:
    return f'\n[profile]\nquestion = "famille"\ncrossed = [{", ".join(f"{name!r}" for name in ids)}]\n'
