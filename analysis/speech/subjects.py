"""Subjects: the noun phrase that ends right before a verb or a relative clause, and can be a source."""

from analysis.lexicons import closed, words
from analysis.speech.phrases import chain, left_bound, left_of_modifiers, right
from analysis.speech.small_words import (
    DETERMINERS,
    POSSESSIVE_ENDINGS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
)
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Span
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

BEFORE_DAYS = closed("before a day")
BETWEEN = closed("hanging preposition") | {"between"}
OPENS = DETERMINERS | SUBJECT_PRONOUNS
NOT_BEFORE = PREPOSITIONS | POSSESSIVE_ENDINGS
VAGUE = closed("vague")
VAGUE_NUMBERS = closed("vague number")


def subject(text: Words, start: int, at: int) -> Span | None:
    """The noun phrase that ends right before `at`, in a stretch that may open with adverbs or "In Porto"."""
    while start < at and _is_loose(text, start):
        start += 1
    while at - 2 > start and text.lower[at - 1] in TIMES and text.lower[at - 2] in BEFORE_DAYS:
        at -= 2  # "The president on Wednesday said"
    if start >= at:
        return None
    if text.lower[start] not in PREPOSITIONS or _is_about(text, start, at):
        return start, at
    for i in range(start + 1, at):
        named = text.mention_at[i]
        opens = i in text.mentions or (text.lower[i] in OPENS and not (named and named.first < i))
        if opens and text.lower[i - 1] not in NOT_BEFORE and right(text, i, at) >= at:
            whole = left_of_modifiers(text, i, start)
            if text.word(whole - 1) not in PREPOSITIONS:
                return whole, at
            if text.lower[i - 1] not in DETERMINERS:  # "In Porto | the mayor", not "by the | Porto council"
                return i if text.lower[i] in OPENS else whole, at
    return None


def whole_subject(text: Words, start: int, at: int, first: int) -> Span | None:
    """The subject before `at` with the titles and the coordinated names left of it, if it can speak."""
    span = subject(text, start, at) if start < at else None
    if not span or not is_speaker(text, *span):
        return None
    return whole(text, span, first)


def whole(text: Words, span: Span, first: int) -> Span:
    """A subject with the titles and the coordinated names left of it: "envoys of Porto and | the League"."""
    start = chain(text, left_of_modifiers(text, span[0], first), first)
    return _those_of(text, start, span[1], first) or (start, span[1])


def _those_of(text: Words, start: int, end: int, first: int) -> Span | None:
    """ "Officials in | Porto and Lisbon": several people whose bodies or places are coordinated."""
    at = next((i for i in range(start, end) if text.lower[i] == "and"), start - 1)
    if at <= first or text.lower[at] != "and":
        return None
    bound = left_bound(text, at, first)
    span = subject(text, bound, at) if bound < at else None
    if span is None or span[0] >= start:
        return None
    hanging = next((i for i in range(span[0] + 1, at) if text.lower[i] in BETWEEN), at)
    several = hanging < at and text.lower[hanging - 1] in words("groups")
    return (span[0], end) if several and is_speaker(text, span[0], hanging) else None


def main_subject(text: Words, first: int, at: int) -> Span | None:
    """The subject of the clause that a passage opens with: the first speaker left of its first verb."""
    for i in range(first, at):
        if is_verb(text, i):
            span = whole_subject(text, left_bound(text, i, first), i, first)
            if span:
                return span
    return None


def _is_loose(text: Words, i: int) -> bool:
    """Is it an adverb or a day before the subject: "Yesterday the mayor said"?"""
    return text.mention_at[i] is None and (text.lower[i] in TIMES or text.is_adverb(i))


def _is_about(text: Words, start: int, at: int) -> bool:
    """ "About half of the voters", "over 40 mayors": a number that a preposition only makes less sure."""
    if text.lower[start] not in VAGUE or start + 1 >= at:
        return False
    following = text.lower[start + 1]
    return following[0].isdigit() or following in VAGUE_NUMBERS
