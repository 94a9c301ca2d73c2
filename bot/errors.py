"""What can go wrong, as a tree:

Error
├── ConfigError         a setting is missing or malformed; said at start, exit code 2
├── StartError          the bot cannot start here (lock, newer database, damaged file); said at start, exit code 2
└── UserError           a person can do something about it; shown to them in their language
    └── (one subclass per refusal, beside the rule that refuses)
"""

from __future__ import annotations


class Error(Exception):
    """Anything this project raises on purpose."""


class ConfigError(Error):
    """Holds every problem found, so that one start shows them all."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StartError(Error):
    """A sentence for whoever hosts the bot: what is wrong, where, and what to do."""


class UserError(Error):
    """A refusal, as the key and the variables of a message in the `.ftl` files; never a sentence."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


class StaleButton(UserError):
    """Something on screen that a later version no longer knows."""

    def __init__(self) -> None:
        super().__init__("error-stale-button")
