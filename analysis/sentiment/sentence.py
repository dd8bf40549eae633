"""One sentence by itself: text in, tone and hits out, as fast as a word list can be looked up.

Where there is no article there are no names to look up either; capitals inside a sentence are taken for them.
"""

import re
from typing import NamedTuple

from analysis.language.document import Sentence, Token
from analysis.language.plain import plain
from analysis.sentiment.lexicon import table
from analysis.sentiment.tone import Hit, in_sentence, tone_and_hits

# The words of `language.tokens` without its care for dates, addresses and abbreviations, which carry no tone.
WORDS = re.compile(r"\w+(?:(?:[-&]|'(?!s\b|S\b)|'(?=s\w))\w+)*|'[sS](?!\w)|\S")
NOBODY: frozenset[int] = frozenset()


class Told(NamedTuple):
    """The tone of one sentence and the hits behind it."""

    tone: float
    hits: tuple[Hit, ...]


def tone_of_sentence(text: str) -> Told:
    """Score one sentence that stands by itself; offsets point into `text`.

    >>> tone_of_sentence("Seoul lifted the sanctions.").tone
    0.6024
    """
    return tone_of_tokens(tokens_of(text), len(text))


def tokens_of(text: str) -> list[Token]:
    """The tokens of one sentence."""
    return [Token(m.start(), m.end(), (w := m.group()), w.lower()) for m in WORDS.finditer(plain(text))]


def tone_of_tokens(tokens: list[Token], end: int) -> Told:
    """Score the tokens of one sentence that ends at an offset."""
    sentence = Sentence(0, end, 0, len(tokens), 0)
    marks = in_sentence(tokens, sentence, table(), NOBODY, named=False)
    return Told(*tone_and_hits(marks, tokens, len(tokens)))
