"""Insertions: what stands between commas behind a subject - "Brandt, who met envoys on Monday, said"."""

from analysis.lexicons import closed, words
from analysis.speech.cues import Cue
from analysis.speech.phrases import left_bound
from analysis.speech.small_words import DETERMINERS, PREPOSITIONS, RELATIVES
from analysis.speech.statement import Span
from analysis.speech.subjects import whole_subject
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

OPENERS = RELATIVES | DETERMINERS | PREPOSITIONS | words("titles") | closed("insertion opener")
BREAKS = frozenset([";", ":"])


def over_insertion(text: Words, cue: Cue, first: int) -> Span | None:
    """The subject before an insertion that ends with the comma before a cue; the leftmost one that fits."""
    end = cue.group - 1
    best = None
    for k in range(end - 1, first, -1):
        if text.quote_at[k] or text.lower[k] in BREAKS:
            break
        if text.lower[k] == "," and _is_insertion(text, k + 1, end):
            span = whole_subject(text, left_bound(text, k, first), k, first)
            if span:
                best = (span[0], end) if _is_name(text, k + 1, end) else span
    return best


def _is_insertion(text: Words, start: int, end: int) -> bool:
    """Does it open like one, and hold no verb of its own but that of its relative or participle clause?"""
    if not _opens(text, start):
        return False
    if text.lower[start] in RELATIVES:
        return True
    verbs = sum(is_verb(text, i) for i in range(start, end))
    return verbs <= _is_past_participle(text, start)


def _opens(text: Words, i: int) -> bool:
    word = text.lower[i]
    return (
        word in OPENERS
        or word[0].isdigit()
        or word.endswith("ing")
        or text.mention_at[i] is not None
        or _is_past_participle(text, i)
    )


def _is_past_participle(text: Words, i: int) -> bool:
    """ "The letter, seen by reporters, says": a verb form right before a preposition."""
    return text.word(i + 1) in PREPOSITIONS and is_verb(text, i)


def _is_name(text: Words, start: int, end: int) -> bool:
    """Is the whole insertion the name of the subject: "The mayor of Porto, Rui Costa, said"?"""
    named = text.mention_at[start]
    return named is not None and named.last == end and named.type in ("person", "other")
