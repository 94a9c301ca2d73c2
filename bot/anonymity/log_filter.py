"""No log line joins a person to a poll: the last net, after code that does not write such lines."""

from __future__ import annotations

import logging
import re
import traceback

_SNOWFLAKE = re.compile(r"(?<!\d)\d{17,20}(?!\d)")
_BALLOT_WORDS = re.compile(r"poll|ballot|survey|vote|sondage|enqu[eê]te|bulletin", re.IGNORECASE)
WITHHELD = "a record was withheld: it named a Discord id together with a poll"


class AnonymityFilter(logging.Filter):
    """On the handler, so that every library's records pass through it too."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1] is not None and record.name.startswith("discord"):
            # A callback's exception may hold an answer in its message.
            record.msg, record.args = f"{record.getMessage()}: {place_of(record.exc_info[1])}", None
            record.exc_info = record.exc_text = None
        if joins_person_to_poll(_full_text(record)):
            record.msg, record.args = WITHHELD, None
            record.exc_info = record.exc_text = record.stack_info = None
        return True


def joins_person_to_poll(text: str) -> bool:
    return bool(_SNOWFLAKE.search(text) and _BALLOT_WORDS.search(text))


def _full_text(record: logging.LogRecord) -> str:
    parts = [record.name, record.getMessage(), record.exc_text or "", record.stack_info or ""]
    if record.exc_info and record.exc_info[1] is not None:
        parts += traceback.format_exception(record.exc_info[1])
    return "\n".join(parts)


def place_of(error: BaseException) -> str:
    """«ValueError at service.py:42 cast_ballot, ui.py:…»: where, innermost first, and never the message."""
    places: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {', '.join(reversed(places[-6:]))}"
