"""Clauses and phrases: whether what stands behind a cue can be something that was said."""

from functools import cache

from analysis.lexicons import entries, words
from analysis.speech.cues import Cue
from analysis.speech.phrases import right
from analysis.speech.small_words import (
    CLAUSE_SUBJECTS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

OPENERS = CLAUSE_SUBJECTS | SUBORDINATORS
BEHIND_SUBJECT = PREPOSITIONS | RELATIVES | {",", "-", "("}  # what may part a subject from its verb
NO_PHRASE = (PREPOSITIONS - {"for"}) | SUBORDINATORS
REACH = 30  # tokens of a bare clause in which its verb has to stand


def is_clause(text: Words, start: int, end: int) -> bool:
    """Can this stretch be a clause: does something like a verb stand behind what can be its subject?"""
    if text.lower[start] in OPENERS:
        return True
    at = right(text, start, end)
    while at < end and text.is_adverb(at):
        at += 1
    if start < at < end:
        if text.quote_at[at] or _is_verbal(text, at):
            return True
        if text.lower[at] not in BEHIND_SUBJECT:
            return False
    return any(_is_verbal(text, i) for i in range(start + 1, min(end, start + REACH)))


def _is_verbal(text: Words, i: int) -> bool:
    """Is it a verb, or does it look like one: a word in -ed or -s without a determiner before it?"""
    if is_verb(text, i):
        return True
    ending = text.lower[i].endswith(("ed", "s")) and text.is_word(i) and text.tokens[i].text[0].islower()
    return ending and text.lower[i - 1] not in DETERMINERS


def has_verb(text: Words, first: int, last: int) -> bool:
    """Is it a clause of its own, not "In a speech in 1963," or "Asked about the fares,"?"""
    opener = text.lower[first]
    if opener in PREPOSITIONS or opener in SUBORDINATORS or opener.endswith("ing") or opener == "asked":
        return False
    return any(
        is_verb(text, i) or (text.lower[i].endswith(("ed", "s")) and i > first + 1)
        for i in range(first + 1, last)
    )


def is_phrase(text: Words, start: int) -> bool:
    """Can a noun phrase begin here?"""
    return text.is_word(start) and text.lower[start] not in NO_PHRASE and not is_verb(text, start)


def tells(text: Words, cue: Cue, start: int, end: int) -> bool:
    """Does a cue with this object report: a verb that does, or "issue", "make" with a noun of speech?"""
    note = _light_verbs().get(cue.entry.lemma)
    if note is None:
        return True
    nouns = words("noun_cues")
    if "no document" in note:
        nouns -= words("documents")
    return any(text.lower[i] in nouns for i in range(start, right(text, start, end)))


@cache
def _light_verbs() -> dict[str, str]:
    """Verbs that report only together with a noun that does ("issue a warning"), and their notes."""
    return {
        e["lemma"]: e["note"]
        for e in entries("cues")
        if "np" in e["frame"].split(",") and "noun of speech" in e["note"]
    }
