"""Adjuncts: time, place and manner between a cue and what it announces - "said | on Tuesday | that"."""

from analysis.lexicons import closed
from analysis.speech.phrases import right
from analysis.speech.small_words import CLAUSE_SUBJECTS, DETERMINERS, QUESTIONS, TIMES
from analysis.speech.words import Words

OPENERS = closed("adjunct opener")
PERIOD_OPENERS = closed("period opener")
PERIODS = closed("period") | TIMES
MAY_OPEN = (
    CLAUSE_SUBJECTS | QUESTIONS | DETERMINERS | OPENERS | TIMES | {"that", "as", "last", ",", ":", "."}
)  # with what a content, or the next adjunct, can begin


def over_adjuncts(text: Words, at: int, limit: int) -> int:
    """Step over "on Tuesday", "in an interview with the paper" where a content follows behind."""
    while at < limit and (end := _adjunct_end(text, at, limit)) > at:
        at = end
    return at


def _adjunct_end(text: Words, at: int, limit: int) -> int:
    """The end of the time, place or adverb that begins at a token; the token itself where none does."""
    word = text.lower[at]
    if text.quote_at[at]:
        return at
    if word in TIMES:
        return at + 1
    if at + 1 >= limit:
        return at
    if text.is_adverb(at) and text.mention_at[at] is None and word not in DETERMINERS:
        return at + 1
    if word in PERIOD_OPENERS and text.lower[at + 1] in PERIODS:
        return at + 2
    if word in OPENERS:
        end = _phrase_end(text, at + 1, limit)
        return end if end >= limit or _may_open(text, end) else at
    return at


def _phrase_end(text: Words, at: int, limit: int) -> int:
    """The end of what stands behind a preposition, with the days behind it."""
    if text.lower[at] in TIMES:
        return at + 1
    end = right(text, at, limit)
    while end < limit and text.lower[end] in TIMES:
        end += 1
    return max(end, at + 1)


def _may_open(text: Words, i: int) -> bool:
    return (
        text.lower[i] in MAY_OPEN
        or text.quote_at[i] is not None
        or text.mention_at[i] is not None
        or text.is_adverb(i)
    )
