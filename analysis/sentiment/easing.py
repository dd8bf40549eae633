"""Easing and breaking: a verb and the noun that it governs have one tone together, not the sum of theirs.

Lifted sanctions, eased tensions and crime that is fought are good news made of bad words; suspended exchanges
and severed ties are bad news made of good ones. The verb looks for its noun after it ("lifted the sanctions",
"a reduction in tensions") and, where the lexicon allows, before it ("sanctions were lifted").
"""

from collections.abc import Sequence

from analysis.language.document import Token
from analysis.sentiment.marks import PIVOTS, Mark

AFTER = 6  # words between verb and noun: "ease the long-standing and often bitter tensions"
BEFORE = 8  # words between noun and verb: "tensions between the two capitals and their allies have eased"
NEAR = 3  # words between nouns that share a verb: "tensions and deep mistrust"
JOINERS = frozenset((",", "and", "or"))
STOPS_AFTER = PIVOTS | {"mark", "barrier", "backdrop", "link"}
STOPS_BEFORE = PIVOTS | {"mark"}


def ease(marks: list[Mark], tokens: Sequence[Token]) -> list[Mark]:
    """Join each easing verb with its noun: one mark with the tone of both, the marks inside it are gone."""
    if not [1 for mark in marks if mark.entry.ease]:
        return marks
    gone: set[int] = set()
    joined: dict[int, Mark] = {}
    for k, mark in enumerate(marks):
        if not mark.entry.ease or k in gone:
            continue
        n = _after(marks, k)
        if n is None and mark.entry.back:
            n = _before(marks, k)
        tone = mark.entry.ease.get(marks[n].entry.stake) if n is not None else None
        if tone is None:
            continue
        low, high = min(k, n), max(k, n)
        if n > k:
            high = _coordinated(marks, tokens, n)
        for inner in range(low, high + 1):
            joined.pop(inner, None)
        gone.update(range(low, high + 1))
        boost, negation, hedge = mark.boost, mark.negation, mark.hedge
        if n < k and marks[n].negation != 1:  # "no sanctions were lifted"
            negation *= marks[n].negation
        rule = "de-escalation" if tone > 0 else "escalation" if marks[n].entry.stake == "ill" else "setback"
        joined[low] = Mark(marks[low].first, marks[high].last, mark.entry, tone, rule, boost, negation, hedge)
    return [joined.get(k, mark) for k, mark in enumerate(marks) if k in joined or k not in gone]


def _after(marks: Sequence[Mark], k: int) -> int | None:
    for n in range(k + 1, len(marks)):
        other = marks[n]
        if other.first - marks[k].last > AFTER or other.entry.shift in STOPS_AFTER:
            return None
        if other.entry.stake:
            return n
        if other.entry.ease:  # "strengthen the fight against crime": the nearer verb has the noun
            return None
    return None


def _before(marks: Sequence[Mark], k: int) -> int | None:
    for n in range(k - 1, -1, -1):
        other = marks[n]
        if marks[k].first - other.last > BEFORE or other.entry.shift in STOPS_BEFORE:
            return None
        if other.entry.stake:
            return n
    return None


def _coordinated(marks: Sequence[Mark], tokens: Sequence[Token], n: int) -> int:
    """The last of the nouns that share the verb: "crime, smuggling and piracy"."""
    end = n
    for m in range(n + 1, len(marks)):
        other = marks[m]
        if other.entry.shift == "mark" and tokens[other.first].text == ",":
            continue
        near = other.first - marks[end].last <= NEAR and tokens[marks[end].last].lower in JOINERS
        if not near or other.entry.stake != marks[n].entry.stake:
            break
        end = m
    return end
