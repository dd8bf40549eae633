"""Reduced relative clauses: "A survey carried out by the county", "a letter signed by nine mayors"."""

from analysis.lexicons import closed
from analysis.speech.phrases import left_bound
from analysis.speech.small_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVES,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    TIMES,
)
from analysis.speech.speaking import head_of, is_speaker
from analysis.speech.statement import Span
from analysis.speech.subjects import subject
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

PARTICLES = closed("particle")
PERIODS = closed("period opener") | closed("before a day")
BEHIND = PREPOSITIONS | TIMES | PARTICLES | PERIODS | {"to"}  # what may follow the participle
BEFORE = CONJUNCTIONS | STOPS | {"", "that"}  # what may stand before the whole subject
NO_NOUN = AUXILIARIES | NOMINATIVES | PREPOSITIONS | DETERMINERS | RELATIVES | TIMES
REACH = 16  # tokens between the participle and the verb group


def reduced(text: Words, start: int, at: int, first: int) -> Span | None:
    """The subject that ends right before `at` with a reduced relative clause; from `start` on it has no verb.

    The noun before the participle has to be one that can speak, and no name: those take commas.
    """
    verb = start - 1
    if verb <= first or at - verb > REACH or not _is_participle(text, verb):
        return None
    span = subject(text, left_bound(text, verb, first), verb)
    if span is None or text.word(span[0] - 1) not in BEFORE or not is_speaker(text, *span):
        return None
    head = head_of(text, *span)
    named = text.mention_at[head]
    if (text.is_capitalised(head) and head > span[0]) or (named and named.kind in ("name", "pronoun")):
        return None
    return span[0], at


def over_reduced(text: Words, at: int, last: int) -> int:
    """Step over the reduced relative clause at `at`, behind a noun phrase: "a tally | kept by clinics"."""
    if at + 1 >= last or text.mention_at[at - 1] is not None or not _is_participle(text, at):
        return at
    return next((i for i in range(at, min(last, at + REACH)) if text.lower[i] in BEFORE), at)


def _is_participle(text: Words, i: int) -> bool:
    """Is it a past participle behind a noun, and before what can go with it: "signed | by"?"""
    if text.lower[i - 1] in NO_NOUN or not text.is_word(i - 1) or text.is_adverb(i - 1):
        return False
    return is_verb(text, i) and (text.word(i + 1) in BEHIND or text.is_adverb(i + 1))
