"""The text of attached files, for search. Documents are read in a process apart, which is short-lived and held in."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL
from typing import get_args

from bot.text.decode import decode_text
from bot.text.extracted import MOST_CHARACTERS, Extract, Problem, settle
from bot.text.file_type import FileType

__all__ = ["MOST_CHARACTERS", "Extract", "Problem", "TextExtractor"]

log = logging.getLogger(__name__)

AT_ONCE = 2
SECONDS = 10.0
# Of the time, what the worker may use before it gives what it has; the rest is for starting and for answering.
_SHARE = 0.8
# JSON of the longest text, with room for its escapes.
_LONGEST_ANSWER = MOST_CHARACTERS * 8
_ROOT = Path(__file__).parents[2]
WORKER = (sys.executable, "-E", "-s", "-B", "-m", "bot.text.extract_worker")


class TextExtractor:
    """Nothing to close: each process ends with the call that started it, cancelled or not."""

    def __init__(self, *, seconds: float = SECONDS, worker: Sequence[str] = WORKER) -> None:
        self._seconds = seconds
        self._worker = worker
        self._places = asyncio.Semaphore(AT_ONCE)

    async def extract_text(self, content: bytes, file_type: FileType) -> Extract:
        """Raises nothing, whatever the content. The time spent waiting for a place is not counted."""
        if file_type.is_image:
            return Extract("", "no-text")
        if file_type in {FileType.TEXT, FileType.MARKDOWN}:
            return await asyncio.to_thread(_plain, content)
        async with self._places:
            return await self._read_apart(content, file_type)

    async def _read_apart(self, content: bytes, file_type: FileType) -> Extract:
        try:
            process = await self._start(file_type)
        except OSError as error:
            log.warning("no process could be started to read a file: %s", error.strerror)
            return Extract("", "too-slow")
        answer = b""
        try:
            async with asyncio.timeout(self._seconds):
                answer = await _exchange(process, content)
                await process.wait()
        except TimeoutError:
            return Extract("", "too-slow")
        finally:
            await _end(process)
        return _understand(answer, process.returncode)

    async def _start(self, file_type: FileType) -> Process:
        """With an environment of its own: no secret to find, no program to run."""
        return await asyncio.create_subprocess_exec(
            *self._worker,
            file_type.value,
            str(self._seconds * _SHARE),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            cwd=_ROOT,
            env={"PATH": "", "LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )


def _plain(content: bytes) -> Extract:
    text = decode_text(content)
    if text is None:
        return Extract("", "damaged")
    return settle(text[:MOST_CHARACTERS], "too-large" if len(text) > MOST_CHARACTERS else None)


async def _exchange(process: Process, content: bytes) -> bytes:
    """The whole file, then the answer; nothing if that has no end."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(content)
    with suppress(BrokenPipeError, ConnectionResetError):  # it died before the end; its answer tells
        await process.stdin.drain()
    process.stdin.close()
    try:
        await process.stdout.readexactly(_LONGEST_ANSWER)
    except asyncio.IncompleteReadError as ended:
        return ended.partial
    _kill(process)
    return b""


async def _end(process: Process) -> None:
    _kill(process)
    assert process.stdout is not None
    with suppress(TimeoutError):
        async with asyncio.timeout(1):
            while await process.stdout.read(1 << 16):  # so that the pipe closes
                pass
    await process.wait()


def _kill(process: Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _understand(answer: bytes, returncode: int | None) -> Extract:
    """A worker may have been taken over by what it read: its answer is looked at as a stranger's."""
    try:
        found: dict[str, object] = json.loads(answer)
        text, problem = found["text"], found["problem"]
    except (ValueError, TypeError, KeyError, RecursionError):
        text, problem = None, None
    if isinstance(text, str):
        sound = text[:MOST_CHARACTERS].encode(errors="ignore").decode()
        for known in (None, *get_args(Problem)):
            if problem == known:
                return Extract(sound, known)
    log.warning("the reading of a file ended without an answer: code %s", returncode)
    return Extract("", "too-slow" if returncode == -signal.SIGXCPU else "damaged")
