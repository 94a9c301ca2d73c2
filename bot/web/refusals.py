"""What is not an address to keep, said before anything is fetched."""

from __future__ import annotations

from bot.errors import UserError

MAX_ADDRESS = 2_048
_SHOWN = 100


class LinkRefused(UserError):
    """Any refusal of an address; `text` is the beginning of what was typed."""

    def __init__(self, key: str, text: str, **params: object) -> None:
        super().__init__(key, text=text[:_SHOWN], **params)


class NotAnAddress(LinkRefused):
    def __init__(self, text: str) -> None:
        super().__init__("link-not-an-address", text)


class NotOfTheWeb(LinkRefused):
    """`javascript:`, `file:`, `mailto:` and the like."""

    def __init__(self, text: str, scheme: str) -> None:
        super().__init__("link-not-of-the-web", text, scheme=f"{scheme[:_SHOWN]}:")


class NumericHost(LinkRefused):
    """An IP address, in whatever spelling."""

    def __init__(self, text: str) -> None:
        super().__init__("link-numeric-host", text)


class PrivateHost(LinkRefused):
    """`localhost`, a name without a dot, a name that only exists inside a network."""

    def __init__(self, text: str, host: str) -> None:
        super().__init__("link-private-host", text, host=host[:_SHOWN])


class LinkWithPassword(LinkRefused):
    def __init__(self, text: str) -> None:
        super().__init__("link-with-password", text)


class UnusualPort(LinkRefused):
    def __init__(self, text: str, port: int) -> None:
        super().__init__("link-unusual-port", text, port=str(port))


class LinkTooLong(LinkRefused):
    def __init__(self, text: str) -> None:
        super().__init__("link-too-long", text, length=len(text), limit=MAX_ADDRESS)
