"""Many files in as few zips as a limit of size allows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterable


async def pack(pages: AsyncIterable[tuple[str, bytes]], limit: int) -> list[bytes]:
    """(path, content) in their order; at least one zip, each under `limit` bytes. A file above it is left out."""
    finished: list[bytes] = []
    buffer, size = io.BytesIO(), 0
    archive = zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)
    async for path, content in pages:
        weight = len(content) + 2 * len(path) + 200
        if weight > limit:
            continue
        if size and size + weight > limit:
            archive.close()
            finished.append(buffer.getvalue())
            buffer, size = io.BytesIO(), 0
            archive = zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)
        archive.writestr(path, content)
        size += weight
    archive.close()
    return [*finished, buffer.getvalue()]
