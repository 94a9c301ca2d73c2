"""Stems of folded French words: Snowball, after the endings that its rules need accents for, or leave apart."""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from typing import Any, cast

import snowballstemmer

# What everybody writes everywhere: not asked for in a search unless nothing else is. Folded.
_EVERYWHERE = """
    a ai au aux avec c ce ceci cela celle celles celui ces cet cette ceux comme comment d dans de des donc du elle
    elles en entre es est et etait etant ete etre eu eux font il ils j je l la le les leur leurs lui m ma mais me meme
    mes moi mon n ne nos notre nous on ont ou par pas peut plus pour qu quand que quel quelle quelles quels qui quoi
    s sa sans se ses si soi son sont sous sur t ta te tes toi ton tu un une vers vos votre vous y
    an and are for from in is of the to with
"""
STOP_WORDS = frozenset(_EVERYWHERE.split())
# -eux is a plural in these, and an adjective elsewhere.
_PLURALS = frozenset({"adieux", "aveux", "cheveux", "enjeux", "feux", "jeux", "lieux", "milieux", "neveux", "voeux"})
_SHORTEST = 4
# The feminine as the masculine, so that both have one stem; the accents that Snowball looks for are gone.
_ENDINGS = (
    (re.compile(r"trices?$"), "teur"),
    (re.compile(r"(?<=[a-z]{2})euses?$"), "eur"),
    (re.compile(r"(?<=[a-z]{3})eux$"), "eur"),
    (re.compile(r"(?<=[a-z])ieres?$"), "ier"),
    (re.compile(r"(?<=[a-z]{2})eres?$"), "er"),
    (re.compile(r"(?<=[a-z]{2})(?<!v)ers$"), "er"),  # not «divers», «univers»
    (re.compile(r"(?<=[a-z]{2})ees?$"), "e"),
    (re.compile(r"bliques?$"), "blic"),
)
_stemmer = cast("Any", snowballstemmer).stemmer("french")  # a package without types
_one_at_a_time = Lock()  # a stemmer keeps the word it works on


def masculine(word: str) -> str:
    """Of a folded word in -trice or -euse; any other as it is."""
    for ending, instead in _ENDINGS[:2]:
        word = ending.sub(instead, word)
    return word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """`word` is folded. Words with a sign or a digit in them stay as they are."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    if word in _PLURALS:
        return word[:-1]
    for ending, instead in _ENDINGS:
        word, changed = ending.subn(instead, word)
        if changed:
            break
    with _one_at_a_time:
        return str(_stemmer.stemWord(word))
