"""A small ext4 file system in an image file, where the machine allows it: root and a loop device."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = 24 << 20
BLOCK = 4096


class NoLoopDevice(Exception):
    """The sentence that says why there is none."""


@dataclass(frozen=True, slots=True)
class LoopDisk:
    image: Path
    root: Path

    def read(self) -> bytes:
        """The raw image with everything that was written so far; its blocks of zeros, which hold nothing, left out."""
        _run("sync", "--file-system", str(self.root))
        content = self.image.read_bytes()
        blocks = (content[start : start + BLOCK] for start in range(0, len(content), BLOCK))
        return b"".join(block for block in blocks if block.count(0) != BLOCK)


@contextmanager
def loop_disk(folder: Path, options: str = "") -> Generator[LoopDisk]:
    """`options` as in mount(8). Raises NoLoopDevice."""
    if os.geteuid() != 0:
        raise NoLoopDevice("mounting a loop device needs root: the raw image of ext4 was not scanned")
    image, root = folder / "ext4.img", folder / "ext4"
    root.mkdir(parents=True)
    with image.open("wb") as file:
        file.truncate(SIZE)
    try:
        _run("mkfs.ext4", "-q", "-F", "-b", str(BLOCK), str(image))
        _run("mount", "-o", ",".join(filter(None, ["loop", options])), str(image), str(root))
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoLoopDevice(f"no ext4 on a loop device here ({error}): its raw image was not scanned") from error
    try:
        yield LoopDisk(image, root)
    finally:
        _run("umount", str(root))


def _run(command: str, *arguments: str) -> None:
    path = shutil.which(command, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if path is None:
        raise FileNotFoundError(f"{command} is not there")
    subprocess.run([path, *arguments], check=True, capture_output=True)  # noqa: S603 - fixed commands on our own image
