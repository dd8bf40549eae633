"""Sources: the words that name whoever speaks, for each cue.

The subject of an active verb is looked for to its left, over adverbs, auxiliaries, appositions and relative
clauses; to its right where the order is inverted (", said Mara Oyelaran"). A participle and the second of two
coordinated verbs share the subject of the verb before. A thing that cannot speak is no source.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.lexicons import entries
from analysis.speech.appositions import name_behind, takes_name
from analysis.speech.cues import FINITE, PARTICIPLE, SPOKEN, Cue
from analysis.speech.insertions import over_insertion
from analysis.speech.phrases import left_bound, right
from analysis.speech.reduced import reduced
from analysis.speech.relatives import antecedent
from analysis.speech.small_words import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
)
from analysis.speech.speaking import is_speaker, speaks
from analysis.speech.statement import Span
from analysis.speech.subjects import main_subject, subject, whole
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

NO_SUBJECT = PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS  # right before a participle
COORDINATES = CONJUNCTIONS | {"then", ","}
OPENS_RELATIVE = frozenset(
    ["who", "which", "that"]
)  # a relative clause that has the subject's verb behind it
INVERTIBLE = frozenset(e["word"] for e in entries("pronouns") if (e["person"], e["case"]) == ("3", "subject"))
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
    start = left_bound(text, cue.group, first)
    if start < cue.group:
        return _over_modifier(text, cue, start, first) or _of_subject(text, cue, start, first)
    return (
        _over_comma(text, cue, first)
        or _inverted(text, cue, first, last)
        or _of_clause(text, cue, first, before)
    )


def _of_subject(text: Words, cue: Cue, start: int, first: int) -> Found | None:
    """The subject right before the verb group, in the stretch that begins at `start`."""
    span = subject(text, start, cue.group)
    if span and span[0] == start:
        span = whole(text, span, first)
    return Found(span, span[0]) if span and speaks(text, *span, cue.entry.frames) else None


def _over_modifier(text: Words, cue: Cue, start: int, first: int) -> Found | None:
    """The subject before a clause without commas that ends right before the verb group at `start`."""
    word = text.word(start - 1) if start > first else ""
    if word == "who" and text.mention_at[start] is None and text.lower[start] not in DETERMINERS:
        return _over_relative(text, cue, first)  # "Rebels who hold the hills said"
    span = reduced(text, start, cue.group, first)
    return Found(span, span[0]) if span else None


def _over_comma(text: Words, cue: Cue, first: int) -> Found | None:
    """The subject before an insertion that ends right before the verb group."""
    at = cue.group
    if at == first or text.lower[at - 1] != "," or text.quote_at[at - 1]:
        return None
    span = over_insertion(text, cue, first)
    return Found(span, span[0]) if span else None


def _inverted(text: Words, cue: Cue, first: int, last: int) -> Found | None:
    """ ", said Mara Oyelaran, head of ..." / '"..." asked the mayor.'"""
    if not _can_be_inverted(cue) or cue.last >= last or cue.group == first:
        return None
    quoted = text.quote_at[cue.group - 1] is not None
    if not quoted and text.lower[cue.group - 1] != ",":
        return None
    if not quoted and cue.entry.lemma not in _tag_verbs() and text.lower[cue.last] in DETERMINERS:
        return None
    end = right(text, cue.last, last)
    if end == cue.last or not is_speaker(text, cue.last, end):
        return None
    named = text.mention_at[cue.last]
    if named and named.kind == "pronoun" and text.lower[cue.last] not in INVERTIBLE:
        return None
    if end < last and (text.lower[end] == "that" or is_verb(text, end)):
        return None
    apposed = name_behind(text, end, last) if takes_name(text, cue.last, end) else None
    return Found((cue.last, apposed.last if apposed else end), cue.group, inverted=True)


def _can_be_inverted(cue: Cue) -> bool:
    entry = cue.entry
    return bool(entry.frames & SPOKEN) and cue.group == cue.first and entry.particle[-1:] != ("of",)


@cache
def _tag_verbs() -> frozenset[str]:
    """The verbs that can stand behind any speech."""
    return frozenset(
        e["lemma"] for e in entries("cues") if set(e["frame"].split(",")) >= SPOKEN and not e["particle"]
    )


def _of_clause(text: Words, cue: Cue, first: int, before: Sequence[tuple[Cue, Found]]) -> Found | None:
    """The source of a verb without a subject of its own: in a relative clause, coordinated, or behind one."""
    at = cue.group
    if at == first:
        return None
    word = text.lower[at - 1]
    if word in RELATIVES or word == "that":
        return _of_relative(text, cue, first)
    if word in COORDINATES:
        return _shared(text, cue, before) or _of_main(text, cue, first)
    return _over_relative(text, cue, first)


def _of_main(text: Words, cue: Cue, first: int) -> Found | None:
    """ "The firm shut two plants but said ...": the subject of the verb before, which is no cue."""
    if text.lower[cue.group - 1] == "," or cue.entry.cls != "speech":
        return None
    span = main_subject(text, first, cue.group)
    return Found(span, cue.group, shared=True) if span else None


def _of_relative(text: Words, cue: Cue, first: int) -> Found | None:
    """What a relative clause is about: "the mayor of Porto, Rui Costa, who says ..."."""
    span = antecedent(text, cue.group - 1, first)
    return Found(span, span[0]) if span and speaks(text, *span, cue.entry.frames) else None


def _over_relative(text: Words, cue: Cue, first: int) -> Found | None:
    """The subject before a relative clause without commas: "A spokesman who asked not to be named said"."""
    for k in range(cue.group - 2, max(first, cue.group - RELATIVE_REACH), -1):
        if text.quote_at[k] or text.lower[k] in STOPS:
            return None
        if text.lower[k] in OPENS_RELATIVE:
            start = left_bound(text, k, first)
            span = subject(text, start, k) if start < k else None
            if span is None or not (is_speaker(text, *span) or text.lower[k - 1] == "those"):
                return None
            return Found((span[0], cue.group), span[0])
    return None


def _of_participle(text: Words, cue: Cue, first: int, before: Sequence[tuple[Cue, Found]]) -> Found | None:
    """The noun before a participle; behind a comma the source of the cue before, or the main subject."""
    at = cue.group
    if at > first and text.is_word(at - 1) and text.lower[at - 1] not in NO_SUBJECT:
        span = subject(text, left_bound(text, at, first), at)
        return Found(span, at) if span and speaks(text, *span, cue.entry.frames) else None
    if before:
        return _shared(text, cue, before)
    span = main_subject(text, first, at)
    return Found(span, at, shared=True) if span else None


def _shared(text: Words, cue: Cue, before: Sequence[tuple[Cue, Found]]) -> Found | None:
    """The source of the cue before, or of the one before that: "noted that Seoul had learned, and ..."."""
    for one, found in reversed(before):
        if not (_is_inside(text, one, before) and _starts_anew(text, cue, one)):
            return Found(found.span, cue.group, shared=True)
    return None


def _is_inside(text: Words, one: Cue, before: Sequence[tuple[Cue, Found]]) -> bool:
    """Does a cue stand in the that-clause of an earlier one?"""
    return any(other.last < one.group and text.lower[other.last] == "that" for other, _ in before)


def _starts_anew(text: Words, cue: Cue, one: Cue) -> bool:
    """Is a verb coordinated with the main clause: behind a comma, or in another tense than the inner verb?"""
    at = cue.group - 1
    comma = text.word(at) == "," or (at > 0 and text.word(at) in COORDINATES and text.word(at - 1) == ",")
    return comma or one.entry.kind != cue.entry.kind
