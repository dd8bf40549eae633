"""Targets: the tone towards everybody an article names, as rows, with the learnt second opinion beside it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.findings import Findings, plain
from analysis.language import Document
from analysis.language.coreference import refer
from analysis.sentiment.model.opinion import opinion
from analysis.sentiment.targets import Span, TargetTone, evidence, targets
from analysis.sentiment.tone import Hit

Row = dict[str, Any]


class Said(NamedTuple):
    """What the room `sentiment` asks of a statement, from a row of the table."""

    spans: Sequence[Span]
    speaker: str | None
    joint: Sequence[str] | None


def target_rows(document: Document, found: Findings) -> list[Row]:
    """The rows of the table of targets, the most named first.

    A speaker's own words are no evidence of how others speak of them; somebody who is only ever the speaker
    has the tone None, "no evidence". The learnt opinion counts only where it is sure.
    """
    hits = [[Hit(**hit) for hit in row["hits"]] for row in found.sentences]
    said = [Said([tuple(span) for span in s["spans"]], s["speaker"], s["joint"]) for s in found.statements]
    seen = evidence(document, refer(document), said)
    return [_row(one, _opinions(document, hits, seen[one.name])) for one in targets(document, hits, seen)]


def _opinions(document: Document, hits: Sequence[Sequence[Hit]], seen: Any) -> list[str]:
    """What the learnt model is sure of, a sentence that names the target each."""
    sure = []
    for number, spans in seen.named.items():
        one = opinion(document, document.sentences[number], hits[number], spans[0], seen.own)
        if one.counts:
            sure.append(one.polarity)
    return sure


def _row(one: TargetTone, sure: Sequence[str]) -> Row:
    return {
        "name": one.name,
        "type": one.type,
        "mentions": one.mentions,
        "tone": one.tone,
        "tone_n": one.n,
        "tone_spread": one.spread,
        "hits": plain(list(one.hits)),
        "learned_neg": sure.count("neg"),
        "learned_pos": sure.count("pos"),
    }
