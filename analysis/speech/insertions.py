"""Insertions: what stands between commas behind a subject - "Brandt, who met envoys on Monday, said"."""

from analysis.lexicons import closed, words
from analysis.speech.appositions import name_behind, takes_name
from analysis.speech.cues import Cue
from analysis.speech.phrases import left_bound
from analysis.speech.small_words import DETERMINERS, PREPOSITIONS, RELATIVES
from analysis.speech.statement import Span
from analysis.speech.subjects import subject, whole_subject
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
        if text.lower[k] == ",":
            best = _named_subject(text, k, end, first) or _subject(text, k, end, first) or best
    return best


def _subject(text: Words, comma: int, end: int, first: int) -> Span | None:
    """The subject before a comma, where what stands behind it up to `end` is an insertion."""
    if not _is_insertion(text, comma + 1, end):
        return None
    return whole_subject(text, left_bound(text, comma, first), comma, first)


def _named_subject(text: Words, comma: int, end: int, first: int) -> Span | None:
    """ "The mayor of Porto, Rui Costa, 58, said": the subject with the name that an insertion gives it."""
    named = name_behind(text, comma, end)
    if named is None or not (named.last == end or text.lower[named.last] == ","):
        return None
    if named.last < end and not _is_insertion(text, named.last + 1, end):
        return None
    span = subject(text, left_bound(text, comma, first), comma)
    return (span[0], named.last) if span and takes_name(text, *span) else None


def _is_insertion(text: Words, start: int, end: int) -> bool:
    """Does it open like one, and hold no verb of its own but that of its relative or participle clause?"""
    if not _opens(text, start):
        return False
    if text.lower[start] in RELATIVES:
        return True
    return not any(is_verb(text, i) and not _opens_participle(text, i, start) for i in range(start, end))


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
    """ "The letter, dated May 3, says": a form in -ed, or a verb form right before a preposition."""
    ending = text.lower[i].endswith("ed") and text.tokens[i].text[0].islower()
    return ending or (text.word(i + 1) in PREPOSITIONS and is_verb(text, i))


def _opens_participle(text: Words, i: int, start: int) -> bool:
    """Is a verb form a participle at the start of the insertion, or coordinated with one there?"""
    opens = i == start or (text.lower[i - 1] in ("and", ",") and _is_past_participle(text, start))
    return opens and _is_past_participle(text, i)
