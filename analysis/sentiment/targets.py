"""Tone towards somebody: what the clauses that speak of a target say, nearer words counting more.

What the target says itself is left out: who speaks bitterly is not therefore spoken of bitterly. Of the rest
each hit counts by how far it stands from where the target is named, in words and in clauses, and less across
a quotation mark. No hit that counts is an answer of its own: no evidence. This is still wording, not stance.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import NamedTuple, Protocol

from analysis.language.document import Document, Sentence
from analysis.language.referents import Referents
from analysis.lexicons import closed
from analysis.sentiment.aggregate import mean_of
from analysis.sentiment.tone import Hit, bounded

Span = tuple[int, int]

# Chosen by hand, in steps of this coarseness, on the training half of NewsMTSC (fhamborg/NewsMTSC, MIT): with
# the lexicon of that time macro-F1 was .574 with distance alone, .583 with clauses and quotations. With the
# present one it is .590 with the target's own words counted, .612 without.
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


class Seen(NamedTuple):
    """Where one target is named, by sentence, and the spans of its own words."""

    type: str
    named: dict[int, list[Span]]
    own: tuple[Span, ...]


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

    "The rude envoy was praised by Kim": -0.14 towards the envoy, where both count, the nearer word more.
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


def evidence(document: Document, referents: Referents, statements: Sequence[Statement]) -> dict[str, Seen]:
    """Where everybody and everything is named that tone can be towards, and what they say themselves."""
    found: dict[str, Seen] = {}
    ends = [s.end for s in document.sentences]
    for mention in referents.mentions:
        name = mention.referent.name
        if mention.referent.type in TYPES and ends:
            if name not in found:
                said = [s for s in statements if s.speaker == name or name in (s.joint or ())]
                own = tuple(tuple(span) for s in said for span in s.spans)
                found[name] = Seen(mention.referent.type, {}, own)
            number = min(bisect_right(ends, mention.start), len(ends) - 1)
            found[name].named.setdefault(number, []).append((mention.start, mention.end))
    return found


def targets(
    document: Document, hits: Sequence[Sequence[Hit]], seen: Mapping[str, Seen]
) -> tuple[TargetTone, ...]:
    """The tone towards every target, the most named first; `hits` are those of each sentence, `seen` is what
    `evidence` gives.

    A target that is only ever the speaker has no evidence, and says so.
    """
    answer = []
    for name, (kind, named, own) in seen.items():
        found = [
            towards(document, document.sentences[number], hits[number], spans, own=own)
            for number, spans in named.items()
        ]
        mean = mean_of(one.tone for one in found if one.tone is not None)
        counted = tuple(hit for one in found for hit in one.hits)
        answer.append(TargetTone(name, kind, len(named), mean.mean, mean.n, mean.spread, counted))
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
