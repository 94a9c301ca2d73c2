"""What the fetcher may do; the default is the public web, and tests and the demo say what they open."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bot.web.addresses import Address, is_public, read_address

MIB = 2**20
# Gives numeric addresses, the best first; raises OSError when the name has none.
Resolve = Callable[[str, int], Awaitable[list[str]]]


class SystemResolver:
    """The machine's own, in threads of its own: a slow name server must not hold up everybody's default threads."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="dns")

    async def __call__(self, host: str, port: int) -> list[str]:
        answers = await asyncio.get_running_loop().run_in_executor(
            self._threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        return list(dict.fromkeys(str(answer[4][0]) for answer in answers))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Times in seconds, sizes in bytes. `resolve` and `tls` None: the machine's resolver, the usual authorities."""

    allows: Callable[[Address], bool] = is_public
    ports: frozenset[int] | None = frozenset({80, 443})
    resolve: Resolve | None = None
    tls: ssl.SSLContext | None = None
    patience: float = 10.0
    connect_patience: float = 4.0
    most_bytes: int = 2 * MIB
    most_redirects: int = 5
    at_once: int = 16

    def allows_port(self, port: int) -> bool:
        return self.ports is None or port in self.ports

    def allowed(self, answers: list[str]) -> list[str]:
        """Of a resolver's answers, those a connection may be made to."""
        found = ((answer, read_address(answer)) for answer in answers)
        return [answer for answer, address in found if address is not None and self.allows(address)]
