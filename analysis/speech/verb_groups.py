"""Verb groups: a verb and its auxiliaries, and what they make of it - "did not say", "is expected to say"."""

from functools import cache
from typing import NamedTuple

from analysis.lexicons import closed, entries
from analysis.speech.small_words import AUXILIARIES, TIMES
from analysis.speech.words import Words

NEGATIONS = closed("negation")
UNSURE = closed("modal") - closed("sure modal")  # "I must say", "we can confirm": said by saying; "he'd said"
BEFORE_DAYS = closed("before a day")
BE = closed("be") | {w for w in closed("negated auxiliary") if w.removesuffix("n't") in closed("be")}


class VerbGroup(NamedTuple):
    """What a verb form belongs to: the group's first token, its polarity, the auxiliary next to the verb."""

    first: int
    polarity: str  # affirmed, negated, irrealis
    auxiliary: str  # "be", "to", "other" or "" where there is none
    is_verb: bool = True  # False behind a "to" that no verb governs: "the right to say"


def verb_group(text: Words, i: int, first: int) -> VerbGroup:
    """The verb group that ends in token `i` of a passage that begins at `first`."""
    at, polarity, auxiliary = i, "affirmed", ""
    while at > first and not text.quote_at[at - 1]:
        word = text.lower[at - 1]
        if word == "nor" and text.word(at - 3) == "neither":  # "would neither confirm | nor deny"
            at, polarity = at - 2, "negated"
        elif word in NEGATIONS:
            polarity = "affirmed" if text.lower[at] == "only" else "negated"
        elif word == "to":
            if auxiliary:
                break
            effect, at = _before_to(text, at - 1, first)
            if effect is None:
                return VerbGroup(at, "irrealis", auxiliary, is_verb=False)
            polarity = effect if polarity == "affirmed" else polarity
            auxiliary = "to"
            continue
        elif word in AUXILIARIES:
            polarity = _under(word, polarity)
            auxiliary = auxiliary or ("be" if word in BE else "other")
        elif not (text.is_adverb(at - 1) and text.is_word(at - 1)):
            break
        at -= 1
    return VerbGroup(at, polarity, auxiliary)


def _under(auxiliary: str, polarity: str) -> str:
    """What an auxiliary makes of the polarity of what stands behind it."""
    if auxiliary.endswith("n't") or auxiliary == "cannot":
        return "negated"
    return "irrealis" if auxiliary in UNSURE and polarity == "affirmed" else polarity


def _before_to(text: Words, to: int, first: int) -> tuple[str | None, int]:
    """What the word before "to" makes of an infinitive: its effect, and the first token of that word."""
    if to - 2 > first and text.lower[to - 1] in TIMES and text.lower[to - 2] in BEFORE_DAYS:
        to -= 2  # "failed on Tuesday to agree"
    head = text.lower[to - 1] if to > first else ""
    if head not in _heads():
        return None, to
    went_on = head == "on" and to - 2 >= first
    return _heads()[head], to - 2 if went_on else to - 1


@cache
def _heads() -> dict[str, str]:
    return {e["word"]: e["effect"] for e in entries("cue_heads")}
