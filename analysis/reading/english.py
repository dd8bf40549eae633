"""Is this text English? A cheap answer: how many of its words are the commonest English words."""

import re

from analysis.lexicons import words

LEAST_WORDS = 20  # shorter texts are not judged: a headline has too few small words
LEAST_SHARE = 0.15  # English news has about .40 (the seed article .37), Dutch or German below .10
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def share_of_common_words(text: str) -> tuple[float, int]:
    """The share of a text's words that are among the commonest of English, and the number of its words."""
    found = [w.lower().replace("’", "'") for w in _WORD.findall(text)]
    if not found:
        return 0.0, 0
    common = words("stopwords")
    return sum(w in common for w in found) / len(found), len(found)


def is_english(text: str) -> bool:
    """Say whether a text can be taken for English; a text of under 20 words only has to be in Latin letters.

    >>> is_english("De burgemeester sprak met zijn collega over de haven. " * 4)
    False
    """
    share, n = share_of_common_words(text)
    letters = [c for c in text if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    if not letters or 2 * latin < len(letters):
        return False
    return n < LEAST_WORDS or share >= LEAST_SHARE
