"""Written French made comparable: what is typed without accents finds what was written with them. Pure.

In this order: NFKC, inclusive writing spelled out, apostrophes and ligatures, diacritics folded, elisions, stems.
"""

from bot.text.french.analyse import Spelling, Token, analyse, fold, match_words, tokens
from bot.text.french.stems import STOP_WORDS, masculine, stem

__all__ = ["STOP_WORDS", "Spelling", "Token", "analyse", "fold", "masculine", "match_words", "stem", "tokens"]
