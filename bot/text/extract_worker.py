"""The process apart in which strangers' documents are read: `python -m bot.text.extract_worker pdf 8`.

A file on the standard input, JSON on the standard output; nothing else, and not for long.
"""

from __future__ import annotations

import json
import logging
import math
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict

from bot.text.extracted import TooSlow, collect, settle

MOST_MEMORY = 512 << 20
MOST_FILES = 32


def main(kind: str, seconds: float) -> None:
    _confine(seconds)
    signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    text, problem = collect(_pieces(kind))
    signal.setitimer(signal.ITIMER_REAL, 0)
    answer = json.dumps(asdict(settle(text, problem)), ensure_ascii=False).encode()
    sys.stdout.buffer.write(answer)


def _confine(seconds: float) -> None:
    """Before the first byte of the file is read. No child, no file written, no core that would keep the content."""
    os.nice(10)
    processor = math.ceil(seconds) + 2
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, MOST_FILES),
    ):
        hard = resource.getrlimit(limit)[1]
        most_here = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most_here, most_here))
    logging.disable()


def _ring(_signal: int, _frame: object) -> None:
    raise TooSlow


def _pieces(kind: str) -> Iterator[str]:
    """Imported inside the limits, and only what is needed."""
    read: Callable[[bytes], Iterator[str]]
    if kind == "pdf":
        from bot.text.extract_pdf import pdf_pieces as read  # noqa: PLC0415 - heavy
    elif kind == "docx":
        from bot.text.extract_office import docx_pieces as read  # noqa: PLC0415
    else:
        from bot.text.extract_office import odt_pieces as read  # noqa: PLC0415
    yield from read(sys.stdin.buffer.read())


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
