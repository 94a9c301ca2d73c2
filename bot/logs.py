"""Logging to stderr, one line an event."""

from __future__ import annotations

import logging
import sys

from bot.anonymity.log_filter import AnonymityFilter

OURS = ("bot", "cogs")


class OneLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return " ⏎ ".join(line for line in super().format(record).splitlines() if line.strip())


def set_up_logging(level: str) -> None:
    """`level` is for our own records. discord.py's DEBUG holds every click and every value chosen: never below INFO."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    handler.addFilter(AnonymityFilter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
