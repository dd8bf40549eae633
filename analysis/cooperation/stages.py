"""Stages: how far an act has come, told by the auxiliaries, the negation and the tense of its verb.

Modality and negation are never folded into the act: "did not sign", "may sign" and "signed" are one act at
the stages stalled, tentative and past.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.cooperation.cues import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BE_PAST,
    DO,
    HAVE,
    MODALS,
    NEGATED_AUXILIARIES,
    Hit,
)
from analysis.language.document import Token
from analysis.lexicons import closed

PROPOSED, TENTATIVE, AGREED, PLANNED, ONGOING, PAST, STALLED = (
    "proposed",
    "tentative",
    "agreed",
    "planned",
    "ongoing",
    "past",
    "stalled",
)
FUTURE = frozenset(["will", "shall", "'ll"])
POSSIBLE = closed("possible")
OBLIGED = frozenset(["should", "must", "ought"])
NOT_ONLY = frozenset(["only", "just", "merely", "simply"])
# What stands before "to" + verb and says how far the thing is.
TO_PLANNED = closed("before to: planned")
TO_STALLED = closed("before to: stalled")
TO_TENTATIVE = closed("before to: tentative")
TO_ONGOING = closed("before to: ongoing")
TO_PAST = closed("before to: past")
DAYS = closed("time")
LONGEST_CHAIN = 8  # tokens of auxiliaries and adverbs before a verb


class Chain(NamedTuple):
    """What stands before a verb: its auxiliaries, and what follows from them."""

    first: int  # index of the first auxiliary, or of the verb
    modal: str = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    infinitive: bool = False
    negated: bool = False
    past: bool = False  # was, were, had, did
    before_to: str = ""  # the word before "to"


def chain(tokens: Sequence[Token], hit: Hit, first: int, previous: Hit | None = None) -> Chain:
    """Read the auxiliaries before a verb; a coordinated one ("maintain and strengthen") shares them."""
    i = hit.first
    if hit.form == "noun":
        return Chain(i)
    words: list[str] = [tokens[i].lower] if tokens[i].lower in BE else []
    negated = False
    j = i - 1
    while j >= first and i - j <= LONGEST_CHAIN:
        word = tokens[j].lower
        if word in ("not", "never"):
            negated = negated or tokens[j + 1].lower not in NOT_ONLY
        elif word in AUXILIARIES:
            negated = negated or word.endswith("n't") or word == "cannot"
            words.append(word)
        elif word == "to":
            before = _before_to(tokens, j, first)
            return Chain(j, infinitive=True, passive=bool(BE & set(words)), negated=negated, before_to=before)
        elif word not in ADVERBS and not (word.endswith("ly") and tokens[j].text.islower()):
            break
        j -= 1
    if (
        not words
        and previous is not None
        and previous.form == hit.form
        and tokens[j].lower in ("and", "or", "but", "also")
    ):
        shared = chain(tokens, previous, first)
        apart = (
            shared.negated and tokens[j].lower == "and"
        )  # "had not asked and left"; "had not asked or paid"
        if hit.first - previous.first <= LONGEST_CHAIN * 2 and not apart:
            return shared._replace(first=j + 1, negated=shared.negated or negated)
    return _chain(j + 1, words, negated, hit.form)


def _before_to(tokens: Sequence[Token], j: int, first: int) -> str:
    """The word before "to", a day between them left out ("failed on Tuesday to agree")."""
    i = j - 1
    while i >= first and (
        tokens[i].lower in DAYS or (tokens[i].lower == "on" and tokens[i + 1].lower in DAYS)
    ):
        i -= 1
    return tokens[i].lower if i >= first else ""


def _chain(first: int, words: Sequence[str], negated: bool, form: str) -> Chain:
    modal = next((w for w in words if w in MODALS), "")
    have = any(w in HAVE or w in ("hasn't", "haven't", "hadn't") for w in words)
    be = any(w in BE or w in ("isn't", "aren't", "wasn't", "weren't") for w in words)
    past = any(w in BE_PAST or w in ("had", "did", "didn't", "wasn't", "weren't", "hadn't") for w in words)
    return Chain(first, modal, have, be and form == "ing", be and form == "ed", False, negated, past)


def stage(
    hit: Hit,
    kind_stage: str,
    auxiliaries: Chain,
    *,
    reported: bool = False,
    condition: bool = False,
    past_context: bool = True,
) -> str | None:
    """The stage of an act with this cue; `kind_stage` is its kind's in the taxonomy ("tense": by the verb).

    `reported`: the verb stands in somebody's reported words, where "would" is a future seen from the past.
    """
    if condition:
        return TENTATIVE
    if auxiliaries.negated:
        return STALLED
    said = hit.cue.stage or kind_stage
    shifted = _shifted(auxiliaries, reported)
    if said == "":
        return TENTATIVE if shifted in (PLANNED, TENTATIVE) else None
    if said == "tense":
        return shifted or _tense(hit, auxiliaries, past_context)
    if shifted == STALLED or (
        shifted in (PLANNED, TENTATIVE) and said in (AGREED, PROPOSED, STALLED) and hit.cue.tier != "noun"
    ):
        return shifted
    return said


def _shifted(auxiliaries: Chain, reported: bool) -> str | None:
    """The stage that a modal, or the words before "to", give; None where the tense decides."""
    modal = auxiliaries.modal.removesuffix("n't")
    if modal in FUTURE:
        return PLANNED
    if modal == "would" and reported:
        return PLANNED
    if modal in POSSIBLE or modal == "ca":
        return TENTATIVE
    if modal in OBLIGED:
        return PROPOSED
    if auxiliaries.infinitive:
        before = auxiliaries.before_to
        for words, result in (
            (TO_STALLED, STALLED),
            (TO_TENTATIVE, TENTATIVE),
            (TO_ONGOING, ONGOING),
            (TO_PAST, PAST),
        ):
            if before in words:
                return result
        return PLANNED
    return None


def _tense(hit: Hit, auxiliaries: Chain, past_context: bool) -> str:
    if auxiliaries.progressive:
        return PAST if auxiliaries.past and not auxiliaries.perfect else ONGOING
    if auxiliaries.perfect or auxiliaries.past or hit.form in ("ed", "noun"):
        return PAST
    if hit.form == "ing":
        return PAST if past_context else ONGOING
    return ONGOING


def is_auxiliary(word: str) -> bool:
    """Is it a word that only helps a verb along?"""
    return word in AUXILIARIES or word in NEGATED_AUXILIARIES or word in DO
