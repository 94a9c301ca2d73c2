"""The body of a response, bounded before it is in memory, also when it is compressed."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from bot.web.failures import FetchFailed, Reason

_GZIP = frozenset({"gzip", "x-gzip"})
_STEP = 65_536
_WINDOW = zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Body:
    content: bytes
    truncated: bool


async def read_body(chunks: AsyncIterator[bytes], encoding: str, *, limit: int) -> Body:
    """`encoding` as in Content-Encoding. Raises FetchFailed for one that is not read, brotli for instance:
    the request asked for none, and a decoder without a bound is a door for bombs.
    """
    inflate = _inflater(encoding)
    content = bytearray()
    async for chunk in chunks:
        for piece in inflate(chunk) if inflate else (chunk,):
            content += piece[: limit - len(content)]
            if len(content) >= limit:
                return Body(bytes(content), truncated=True)
    return Body(bytes(content), truncated=False)


def _inflater(encoding: str) -> Inflater | None:
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return None
    if name not in _GZIP | {"deflate"}:
        raise FetchFailed(Reason.ENCODING)
    return Inflater(gzip=name in _GZIP)


class Inflater:
    """Gives what a chunk inflates to in pieces of at most 64 KiB, so that the reader can stop at any of them."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._inflate = zlib.decompressobj(_WINDOW | 16 if gzip else _WINDOW)
        self._begun = False

    def __call__(self, chunk: bytes) -> Iterator[bytes]:
        rest = chunk
        while rest and not self._inflate.eof:
            piece = self._step(rest)
            self._begun = True
            rest = self._inflate.unconsumed_tail
            yield piece

    def _step(self, data: bytes) -> bytes:
        try:
            return self._inflate.decompress(data, _STEP)
        except zlib.error:
            if self._begun or self._gzip:
                raise FetchFailed(Reason.NOT_HTTP) from None
        # Some servers announce deflate and send it without zlib's header.
        self._inflate = zlib.decompressobj(-_WINDOW)
        self._begun = True
        return self._step(data)
