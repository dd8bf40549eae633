"""One sentence by itself: text in, tone and hits out, as fast as a word list can be looked up.

Where there is no article there are no names to look up either; capitals inside a sentence are taken for them.
"""

import re
from itertools import islice, repeat
from typing import NamedTuple

from analysis.language.document import Sentence, Token
from analysis.language.plain import plain
from analysis.sentiment.lexicon import openers, table
from analysis.sentiment.marks import Mark
from analysis.sentiment.tone import Hit, in_sentence, tone_and_hits

# The words of `language.tokens` without its care for dates, addresses and abbreviations, which carry no tone.
WORDS = re.compile(r"\w+(?:(?:[-&]|'(?!s\b|S\b)|'(?=s\w))\w+)*|'[sS](?!\w)|\S")
NOBODY: frozenset[int] = frozenset()
ZEROS = repeat(0)
GLUE = "\0"  # a character that is in no word


class Told(NamedTuple):
    """The tone of one sentence and the hits behind it."""

    tone: float
    hits: tuple[Hit, ...]


NOTHING = Told(0.0, ())


def tone_of_sentence(text: str) -> Told:
    """Score one sentence that stands by itself; offsets point into `text`.

    >>> tone_of_sentence("Seoul lifted the sanctions.").tone
    0.597
    """
    copy = text if text.isascii() and "`" not in text else plain(text)
    words = WORDS.findall(copy)
    lowered = GLUE.join(words).lower().split(GLUE)
    if len(lowered) != len(words):
        lowered = [word.lower() for word in words]
    opening = openers()
    for word, after in zip(lowered, (*lowered[1:], ""), strict=False):
        if word in opening and ((then := opening[word]) is None or after in then):
            break
    else:
        return NOTHING
    # Tokens without offsets, which are looked up only where something was found; made of tuples, in C.
    tokens = list(map(tuple.__new__, repeat(Token), zip(ZEROS, ZEROS, words, lowered, strict=False)))
    marks = _marks(tokens, len(text), lowered)
    if not any(mark.value for mark in marks):
        return NOTHING
    found = list(islice(WORDS.finditer(copy), marks[-1].last))
    for mark in marks:
        if mark.value:
            for k in (mark.first, mark.last - 1):
                tokens[k] = Token(*found[k].span(), words[k], lowered[k])
    return Told(*tone_and_hits(marks, tokens, len(tokens)))


def tokens_of(text: str) -> list[Token]:
    """The tokens of one sentence."""
    return [Token(m.start(), m.end(), (w := m.group()), w.lower()) for m in WORDS.finditer(plain(text))]


def tone_of_tokens(tokens: list[Token], end: int) -> Told:
    """Score the tokens of one sentence that ends at an offset."""
    return Told(*tone_and_hits(_marks(tokens, end), tokens, len(tokens)))


def _marks(tokens: list[Token], end: int, lowered: list[str] | None = None) -> list[Mark]:
    sentence = Sentence(0, end, 0, len(tokens), 0)
    return in_sentence(tokens, sentence, table(), NOBODY, named=False, lowered=lowered)
