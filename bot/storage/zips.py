"""Many files in as few zips as a limit of size allows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Packed:
    """`zips`: at least one. `left_out`: the paths of what would fit none."""

    zips: tuple[bytes, ...]
    left_out: tuple[str, ...]


async def pack(pages: AsyncIterable[tuple[str, bytes]], limit: int) -> Packed:
    """(path, content) in their order; each zip under `limit` bytes."""
    finished: list[bytes] = []
    left_out: list[str] = []
    buffer, size = io.BytesIO(), 0
    archive = zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)
    async for path, content in pages:
        weight = len(content) + 2 * len(path) + 200
        if weight > limit:
            left_out.append(path)
            continue
        if size and size + weight > limit:
            archive.close()
            finished.append(buffer.getvalue())
            buffer, size = io.BytesIO(), 0
            archive = zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)
        archive.writestr(path, content)
        size += weight
    archive.close()
    return Packed((*finished, buffer.getvalue()), tuple(left_out))
