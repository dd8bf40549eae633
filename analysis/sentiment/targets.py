"""Tone towards somebody: what the clauses that speak of a target say, nearer words counting more.

What the target says itself is left out: who speaks bitterly is not therefore spoken of bitterly. Of the rest
each hit counts by how far it stands from where the target is named, in words and in clauses, and less across
a quotation mark. No hit that counts is an answer of its own: no evidence. This is still wording, not stance.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import exp
from statistics import fmean, stdev
from typing import NamedTuple, Protocol

from analysis.language.document import Document, Sentence
from analysis.language.referents import Referents
from analysis.lexicons import closed
from analysis.sentiment.tone import Hit, bounded

Span = tuple[int, int]

# Fitted on the training half of NewsMTSC (fhamborg/NewsMTSC, MIT) by hand, in steps of this coarseness: macro
# F1 .574 with distance alone, .583 with clauses and quotations, .602 without the target's own words.
FADING = 20.0  # words after which a hit counts 1/e
ACROSS = (1.0, 0.85, 0.8, 0.7)  # weight with no, one, two, three or more clause boundaries between
QUOTED = 0.7  # weight where one of the two stands in a quotation and the other does not
LEAST = 0.05  # a hit that counts less is no evidence
BREAKS = frozenset((",", ";", ":", "-", "(", ")", "and", "but"))
TYPES = ("person", "organisation", "place", "group")  # whom tone can be towards


class Towards(NamedTuple):
    """How one sentence speaks of a target: `tone` is None where nothing in it speaks of the target."""

    tone: float | None
    hits: tuple[Hit, ...]  # each with the value that it counts for here


class TargetTone(NamedTuple):
    """Tone towards one target over an article: the sentences that name it, and those that are evidence."""

    name: str
    type: str
    mentions: int  # sentences that name it
    tone: float | None  # mean over the sentences with evidence; None: no evidence
    n: int
    spread: float | None
    hits: tuple[Hit, ...]


class Statement(Protocol):
    """What this room asks of a statement; the room `speech` makes them."""

    spans: Sequence[Span]
    speaker: str | None
    joint: Sequence[str] | None


def towards(
    document: Document,
    sentence: Sentence,
    hits: Iterable[Hit],
    named: Sequence[Span],
    *,
    own: Sequence[Span] = (),
) -> Towards:
    """The tone of one sentence towards a target that stands at `named`, `own` being the target's own words.

    "The rude envoy was praised by Kim": -0.1 towards the envoy, where both count, the nearer more.
    """
    starts = [t.start for t in document.tokens[sentence.first : sentence.last]]
    clauses = _clauses(document, sentence)
    quotes = [(q.start, q.end) for q in document.quotations if q.depth == 0]
    places = [
        (bisect_right(starts, start) - 1, bisect_left(starts, end), _inside(quotes, start))
        for start, end in named
    ]
    counted = []
    for hit in hits:
        if any(start <= hit.start and hit.end <= end for start, end in own):
            continue
        at, quoted = bisect_right(starts, hit.start) - 1, _inside(quotes, hit.start)
        weight = max((_weight(at, quoted, place, clauses) for place in places), default=0.0)
        if weight >= LEAST:
            counted.append(hit._replace(value=round(hit.value * weight, 3)))
    tone = bounded(sum(hit.value for hit in counted)) if counted else None
    return Towards(tone, tuple(counted))


def targets(
    document: Document,
    hits: Sequence[Sequence[Hit]],
    referents: Referents,
    statements: Sequence[Statement],
) -> tuple[TargetTone, ...]:
    """The tone towards everybody and everything that an article names, the most named first.

    `hits` are those of each sentence. A target that is only ever the speaker has no evidence, and says so.
    """
    found: dict[str, list[tuple[int, Span]]] = {}
    ends = [s.end for s in document.sentences]
    for mention in referents.mentions:
        if mention.referent.type in TYPES:
            number = min(bisect_right(ends, mention.start), len(ends) - 1)
            found.setdefault(mention.referent.name, []).append((number, (mention.start, mention.end)))
    answer = []
    for name, places in found.items():
        spoken = [
            span for s in statements if s.speaker == name or name in (s.joint or ()) for span in s.spans
        ]
        numbers = sorted({number for number, _ in places})
        seen = [
            towards(
                document,
                document.sentences[number],
                hits[number],
                [span for n, span in places if n == number],
                own=spoken,
            )
            for number in numbers
        ]
        tones = [one.tone for one in seen if one.tone is not None]
        answer.append(
            TargetTone(
                name,
                referents.by_name[name].type,
                len(numbers),
                round(fmean(tones), 4) + 0.0 if tones else None,
                len(tones),
                round(stdev(tones), 4) if len(tones) > 1 else None,
                tuple(hit for one in seen for hit in one.hits),
            )
        )
    return tuple(sorted(answer, key=lambda one: (-one.mentions, one.name)))


def _weight(at: int, quoted: bool, place: tuple[int, int, bool], clauses: Sequence[int]) -> float:
    first, last, named_in_quote = place
    apart = at - last + 1 if at >= last else max(first - at, 0)
    between = abs(clauses[at] - clauses[min(first, len(clauses) - 1)])
    weight = exp(-apart / FADING) * ACROSS[min(between, len(ACROSS) - 1)]
    return weight * QUOTED if quoted != named_in_quote else weight


def _clauses(document: Document, sentence: Sentence) -> list[int]:
    """For each token of a sentence the number of clause boundaries before it, as commas and joiners tell."""
    numbers, number, joiners = [], 0, closed("subordinator")
    for token in document.tokens[sentence.first : sentence.last]:
        number += token.lower in BREAKS or token.lower in joiners
        numbers.append(number)
    return numbers


def _inside(quotes: Sequence[Span], at: int) -> bool:
    return any(start <= at < end for start, end in quotes)
