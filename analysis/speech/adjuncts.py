"""Adjuncts: time, place and manner between a cue and what it announces - "said | on Tuesday | that"."""

from analysis.lexicons import closed
from analysis.speech.phrases import right
from analysis.speech.small_words import CLAUSE_SUBJECTS, DETERMINERS, QUESTIONS, TIMES
from analysis.speech.words import Words

OPENERS = closed("adjunct opener")
PERIOD_OPENERS = closed("period opener")
PERIODS = closed("period") | TIMES
PARTS_OF_DAY = closed("part of day")
MAY_OPEN = (
    CLAUSE_SUBJECTS | QUESTIONS | DETERMINERS | OPENERS | TIMES | {"that", "as", "last", ",", ":", "."}
)  # with what a content, or the next adjunct, can begin


def over_adjuncts(text: Words, at: int, limit: int, *, infinitive: bool = False) -> int:
    """Step over "on Tuesday", "in an interview with the paper" where a content follows behind.

    With `infinitive` a "to" begins the content, and no adjunct.
    """
    while at < limit and not (infinitive and text.lower[at] == "to"):
        end = _adjunct_end(text, at, limit, infinitive=infinitive)
        if end == at:
            break
        at = end
    return at


def _adjunct_end(text: Words, at: int, limit: int, *, infinitive: bool) -> int:
    """The end of the time, place or adverb that begins at a token; the token itself where none does."""
    word = text.lower[at]
    if text.quote_at[at]:
        return at
    if word in TIMES:
        return at + 1 + (text.word(at + 1) in PARTS_OF_DAY)
    if word.isdigit() and text.word(at + 1) in ("-", "to") and text.word(at + 2).isdigit():
        return at + 3  # "voted 4-3 to keep the tie"
    if at + 1 >= limit:
        return at
    if text.is_adverb(at) and text.mention_at[at] is None and word not in DETERMINERS:
        return at + 1
    if word in PERIOD_OPENERS and text.lower[at + 1] in PERIODS:
        return at + 2
    if word in OPENERS:
        end = _phrase_end(text, at + 1, limit)
        opens = end >= limit or _may_open(text, end) or (infinitive and text.lower[end] == "to")
        return end if opens else at
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
