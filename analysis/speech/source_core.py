"""The core of a source: the words that name it, without what hangs on their edges.

"Gowdy | earlier Thursday", "that | homeland security experts", "a report | published Wednesday"; where the
source begins with a relative pronoun, what that stands for.
"""

from analysis.lexicons import closed
from analysis.speech.phrases import bracket
from analysis.speech.relatives import antecedent
from analysis.speech.small_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
    TIMES,
)
from analysis.speech.statement import Span
from analysis.speech.words import Words

PERIODS, PERIOD_OPENERS = closed("period"), closed("period opener")
BEFORE_DAYS = closed("before a day")
BEFORE = CONJUNCTIONS | SUBORDINATORS | STOPS | TIMES | {"that"}  # a source, and no part of it
MARKS = frozenset([",", ";", "-"])


def core(text: Words, source: Span) -> Span:
    """The tokens of a source that name somebody; at least one is left."""
    first, last = source
    if text.lower[first] in RELATIVES and text.mention_at[first] is None:
        return antecedent(text, first, text.sentence_of(first).first) or source
    while first + 1 < last and text.lower[first] in BEFORE and text.mention_at[first] is None:
        first += 1
    end = _before_times(text, first, last)
    if text.lower[end - 1] == ")":  # "Ruiz (Labour)"
        end = bracket(text, end, first) or end
    if end < last and _is_participle(text, end - 1, first):
        end -= 1
    return first, end


def _before_times(text: Words, first: int, last: int) -> int:
    """Where the days and periods at the end of a source begin: "the board | this week"."""
    end = last
    while (step := _hanging(text, end)) and end - step > first:
        end -= step
    return end


def _hanging(text: Words, end: int) -> int:
    """How many tokens right before `end` are a mark, a day or a period."""
    if text.mention_at[end - 1] is not None:
        return 0
    word, before = text.lower[end - 1], text.word(end - 2)
    if word in TIMES:
        return 1 + (before in BEFORE_DAYS)
    return 2 if word in PERIODS and before in PERIOD_OPENERS else int(word in MARKS or word in AUXILIARIES)


def _is_participle(text: Words, i: int, first: int) -> bool:
    """Does a participle hang on a noun: "a report | published"?"""
    word = text.lower[i]
    behind_noun = i - 1 > first and text.is_word(i - 1) and text.lower[i - 1] not in DETERMINERS
    return behind_noun and text.mention_at[i] is None and word.endswith(("ed", "ing"))
