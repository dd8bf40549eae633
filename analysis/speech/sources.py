"""Sources: the words that name whoever speaks, for each cue.

The subject of an active verb is looked for to its left, over adverbs, auxiliaries, appositions and relative
clauses; to its right where the order is inverted (", said Mara Oyelaran"). A participle and the second of two
coordinated verbs share the subject of the verb before. A thing that cannot speak is no source.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.lexicons import closed, entries, words
from analysis.speech.cues import FINITE, PARTICIPLE, Cue
from analysis.speech.phrases import (
    CALENDAR,
    POSSESSIVE,
    RELATIVE,
    STOPS,
    chain,
    is_verb,
    left_bound,
    left_of_modifiers,
    right,
)
from analysis.speech.speaking import is_speaker, speaks
from analysis.speech.statement import Span
from analysis.speech.words import Words

RELATIVE_REACH = 14  # tokens of a relative clause without commas


class Found(NamedTuple):
    """Where the source of a cue stands."""

    span: Span
    start: int  # first token of the whole construction left of the cue; the cue itself where it is inverted
    inverted: bool = False
    shared: bool = False  # taken over from the cue before


def find_source(
    text: Words, cue: Cue, first: int, last: int, before: Sequence[tuple[Cue, Found]]
) -> Found | None:
    """The source of a verb cue in the passage [first, last); `before` are the cues already resolved in it."""
    if cue.form == PARTICIPLE:
        return _of_participle(text, cue, first, before)
    if cue.form != FINITE:
        return None
    at = cue.group
    start = left_bound(text, at, first)
    if start < at:
        span = _subject(text, start, at, first)
        if span and span[0] == start:
            span = (chain(text, left_of_modifiers(text, start, first), first), span[1])
        if span and speaks(text, *span, cue):
            return Found(span, span[0])
        return None
    quoted = at > first and text.quote_at[at - 1] is not None
    found = None if quoted or at == first or text.lower[at - 1] != "," else _over_insertion(text, cue, first)
    found = found or _inverted(text, cue, first, last)
    if found:
        return found
    if at == first:
        return None
    word = text.lower[at - 1]
    if word in RELATIVE or word == "that":
        end = at - 2 if at - 2 >= first and text.lower[at - 2] == "," else at - 1
        span = _named_before(text, end, first) or _subject(text, left_bound(text, end, first), end, first)
        return Found(span, span[0]) if span and speaks(text, *span, cue) else None
    if word in ("and", "but", "then", "or", ","):
        return _shared(text, cue, before)
    return _over_relative(text, cue, first)


def _over_relative(text: Words, cue: Cue, first: int) -> Found | None:
    """The subject before a relative clause without commas: "A spokesman who asked not to be named said"."""
    for k in range(cue.group - 2, max(first, cue.group - RELATIVE_REACH), -1):
        if text.quote_at[k] or text.lower[k] in STOPS:
            return None
        if text.lower[k] in ("who", "which", "that") and k > first:
            start = left_bound(text, k, first)
            span = _subject(text, start, k, first) if start < k else None
            return Found(span, span[0]) if span and is_speaker(text, *span) else None
    return None


def _named_before(text: Words, end: int, first: int) -> Span | None:
    """The name that a relative clause follows: "a letter from the mayor of Porto, Rui Costa, who says ..."."""
    mention = text.mention_at[end - 1] if end > first else None
    if (
        mention
        and mention[1] == end
        and mention[0] >= first
        and mention[2].referent.type in ("person", "organisation")
    ):
        return left_of_modifiers(text, mention[0], first), end
    return None


def _of_participle(text: Words, cue: Cue, first: int, before: Sequence[tuple[Cue, Found]]) -> Found | None:
    at = cue.group
    word = text.lower[at - 1] if at > first else ""
    if (
        at > first
        and text.is_word(at - 1)
        and word not in closed("preposition") | closed("subordinator")
        and word not in ("and", "but", "or")
    ):
        start = left_bound(text, at, first)
        span = _subject(text, start, at, first)
        return Found(span, at) if span and speaks(text, *span, cue) else None
    found = _shared(text, cue, before)
    if found:
        return found
    span = main_subject(text, first, at)
    return Found(span, at, shared=True) if span else None


def _shared(text: Words, cue: Cue, before: Sequence[tuple[Cue, Found]]) -> Found | None:
    if not before:
        return None
    _, found = before[-1]
    return Found(found.span, cue.group, shared=True)


def main_subject(text: Words, first: int, at: int) -> Span | None:
    """The subject of the clause that a passage opens with: the first speaker left of its first verb."""
    for i in range(first, at):
        if is_verb(text, i):
            start = left_bound(text, i, first)
            span = _subject(text, start, i, first) if start < i else None
            if span and is_speaker(text, *span):
                return chain(text, left_of_modifiers(text, span[0], first), first), span[1]
    return None


def _inverted(text: Words, cue: Cue, first: int, last: int) -> Found | None:
    """ ", said Mara Oyelaran, head of ..." / '"..." asked the mayor.'"""
    if (
        not cue.entry.frames & {"quote", "that"}
        or cue.group != cue.first
        or cue.last >= last
        or cue.entry.particle[-1:] == ("of",)
    ):
        return None
    before = text.tokens[cue.group - 1].text if cue.group > first else ""
    quoted = cue.group > first and text.quote_at[cue.group - 1] is not None
    if not quoted and before != ",":
        return None
    end = right(text, cue.last, last)
    if end == cue.last or not is_speaker(text, cue.last, end):
        return None
    mention = text.mention_at[cue.last]
    if mention and mention[2].kind == "pronoun" and text.lower[cue.last] not in ("he", "she", "they"):
        return None
    if end < last and (is_verb(text, end) or text.lower[end] == "that"):
        return None
    if not quoted and cue.entry.lemma not in TAGS() and text.lower[cue.last] in closed("determiner"):
        return None
    return Found((cue.last, end), cue.group, inverted=True)


@cache
def TAGS() -> frozenset[str]:  # noqa: N802
    """The verbs that can stand behind any speech."""
    return frozenset(
        e["lemma"]
        for e in entries("cues")
        if {"that", "quote"} <= set(e["frame"].split(",")) and not e["particle"]
    )


def _over_insertion(text: Words, cue: Cue, first: int) -> Found | None:
    """The subject before what stands between commas: "Brandt, who met envoys on Monday, said"."""
    end = cue.group - 1
    best = None
    for k in range(end - 1, first, -1):
        if text.quote_at[k] or text.lower[k] in (";", ":"):
            break
        if text.lower[k] != "," or not _opens_insertion(text, k + 1):
            continue
        verbs = sum(is_verb(text, i) for i in range(k + 1, end))
        if text.lower[k + 1] not in RELATIVE and verbs > _is_past_participle(text, k + 1):
            continue
        start = left_bound(text, k, first)
        span = _subject(text, start, k, first) if start < k else None
        if span and is_speaker(text, *span):
            begin = chain(text, left_of_modifiers(text, span[0], first), first)
            named = text.mention_at[k + 1]  # "The mayor of Porto, Rui Costa, said"
            whole = named is not None and named[1] == end and named[2].referent.type in ("person", "other")
            best = Found((begin, end if whole else span[1]), begin)
    return best


def _is_past_participle(text: Words, i: int) -> bool:
    """ "The letter, seen by reporters, says": a verb form right before a preposition."""
    return is_verb(text, i) and text.lower[i + 1] in closed("preposition")


def _opens_insertion(text: Words, i: int) -> bool:
    word = text.lower[i]
    return (
        word in RELATIVE
        or _is_past_participle(text, i)
        or word in closed("determiner")
        or word in words("titles")
        or word[0].isdigit()
        or word.endswith("ing")
        or word in closed("preposition")
        or word
        in (
            "speaking",
            "former",
            "head",
            "together",
            "along",
            "flanked",
            "joined",
            "himself",
            "herself",
            "too",
            "however",
        )
        or text.mention_at[i] is not None
    )


def _subject(text: Words, start: int, at: int, first: int) -> Span | None:
    """The noun phrase that ends right before `at`, in a stretch that may open with adverbs or "In Porto"."""
    while (
        start < at
        and (text.is_adverb(start) or text.lower[start] in CALENDAR)
        and text.mention_at[start] is None
    ):
        start += 1
    while at - 2 > start and text.lower[at - 1] in CALENDAR and text.lower[at - 2] in ("on", "late", "early"):
        at -= 2  # "The president on Wednesday said"
    if start >= at:
        return None
    if text.lower[start] not in closed("preposition") or _counts(text, start, at):
        return start, at
    for i in range(start + 1, at):
        opens = (
            i in text.mentions
            or text.lower[i] in closed("determiner")
            or text.lower[i] in closed("subject pronoun")
        )
        if opens and text.lower[i - 1] not in closed("preposition") | POSSESSIVE and right(text, i, at) >= at:
            mention = text.mention_at[i]
            if mention and mention[0] < i:
                continue
            return left_of_modifiers(text, i, start), at
    return None


def _counts(text: Words, start: int, at: int) -> bool:
    """ "About half of the voters", "over 40 mayors": a number that a preposition only makes less sure."""
    following = text.lower[start + 1] if start + 1 < at else ""
    return text.lower[start] in ("about", "around", "over", "under") and (
        following[:1].isdigit() or following in ("half", "two", "three", "a", "one", "four")
    )
