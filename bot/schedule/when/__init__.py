"""Dates in free words, French and English, in a community's zone; no clock of its own, no Discord.

One job to a file: `words` (vocabulary), `spans` («3 jours»), `hours` («18h30», «soir»), `days` («vendredi
prochain»), `calendar_dates` («14/1»), `months` (their names), `lengths` («1h30»), `parse`, `describe`, `suggest`.
"""

from bot.schedule.when.describe import describe_when, iso_local
from bot.schedule.when.lengths import EndsBeforeItStarts, UnclearLength, parse_length
from bot.schedule.when.parse import parse_when
from bot.schedule.when.refusals import MAX_AHEAD, PastWhen, SkippedHour, TooFarWhen, UnclearWhen
from bot.schedule.when.suggest import suggest_whens

__all__ = [
    "MAX_AHEAD",
    "EndsBeforeItStarts",
    "PastWhen",
    "SkippedHour",
    "TooFarWhen",
    "UnclearLength",
    "UnclearWhen",
    "describe_when",
    "iso_local",
    "parse_length",
    "parse_when",
    "suggest_whens",
]
