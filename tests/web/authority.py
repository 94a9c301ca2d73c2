"""Certificates of a test: trustme behind types, since its own need a package that is not here."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from typing import Any, cast

import trustme


class Authority:
    def __init__(self) -> None:
        self._authority = cast("Any", trustme.CA())

    def trusted(self) -> ssl.SSLContext:
        """A client that believes this authority."""
        context = ssl.create_default_context()
        self._authority.configure_trust(context)
        return context

    def server(self, name: str, *, expired: bool = False) -> ssl.SSLContext:
        """A server that shows a certificate of this authority for `name`."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        until = datetime(2024, 1, 1, tzinfo=UTC) if expired else None
        self._authority.issue_cert(name, not_after=until).configure_cert(context)
        return context
