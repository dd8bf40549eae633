"""Scoring: statements against annotated attributions, article by article, and the sums of many articles.

An article is prepared once (`prepare`), and any engine's statements are then scored against it without
parsing anything again: `score(cases, predictions)`. A prediction is anything with the attributes spans, cue,
source, speaker and confidence of `analysis.speech.Statement`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.evaluation.annotated import Annotated, Marked
from analysis.evaluation.attributions import KINDS, Attribution, Page
from analysis.evaluation.measures import Counts, distance, leaders, one_to_one, overlaps
from analysis.evaluation.result import Result, summary
from analysis.language.document import Document
from analysis.language.referents import Referents
from analysis.speech.resolve import resolve
from analysis.speech.words import Words

ROLES = ("source", "cue", "content")
HALF = 0.5  # of the gold content's words must be covered; strict: and of the predicted words be gold
VIEWS = ("all", "speech")


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated article made ready for scoring: its words and what people marked in them."""

    id: str
    publisher: str
    page: Page
    gold: tuple[Attribution, ...]


class Shares(NamedTuple):
    """The distance of two shares of one article, and whether the one with most words is the same."""

    distance: float | None
    top: Counts


class Tally(NamedTuple):
    """One article's counts under one view."""

    counts: dict[tuple[str, str], Counts]
    shares: dict[str, Shares]
    words: Counts  # of contents: predicted, gold, and in both
    sure: tuple[tuple[float | None, bool], ...]  # for each prediction its confidence; is it strictly right?


class Scored(NamedTuple):
    """One article scored: its tallies by view, and for each prediction its fate: strict, right or wrong."""

    id: str
    publisher: str
    n_words: int
    parsed: bool
    tallies: dict[str, Tally]
    fates: tuple[str, ...]


def prepare(article: Annotated, document: Document, referents: Referents) -> Case:
    """Make an annotated article ready: its gold attributions as words, with speakers by our own resolver.

    `document` and `referents` are those of the same text (`analysis.language.parse` and `refer`).
    """
    page = Page(article.text, article.parse)
    text = Words(document, referents)
    gold = tuple(
        page.attribution(
            content=marked.content,
            source=marked.source,
            cue=marked.cue,
            speaker=_resolved(text, page, marked),
        )
        for marked in article.attributions
        if marked.content
    )
    return Case(article.id, article.publisher, page, gold)


def score(
    cases: Sequence[Case],
    predictions: Iterable[Sequence[Any]],
    *,
    engine: str = "",
    draws: int | None = None,
) -> Result:
    """Score the statements predicted for each of the cases, in the same order.

    `draws` is the number of bootstrap resamples (0: no intervals, which is quick; default 1000).
    """
    scored = [score_one(case, statements) for case, statements in zip(cases, predictions, strict=True)]
    return summary(scored, engine=engine, draws=draws)


def score_one(case: Case, statements: Sequence[Any]) -> Scored:
    """Score the statements predicted for one article, for all attributions and for reported speech."""
    predicted = [
        case.page.attribution(
            content=statement.spans,
            source=[statement.source] if statement.source else [],
            cue=[statement.cue] if statement.cue else [],
            speaker=statement.speaker,
            confidence=statement.confidence,
        )
        for statement in statements
    ]
    tallies = {
        "all": _tally(case.gold, predicted),
        "speech": _tally([a for a in case.gold if a.speech], [a for a in predicted if a.speech]),
    }
    right = set(_matched(case.gold, predicted, strict=False).values())
    fates = tuple(
        "strict" if strict else "right" if p in right else "wrong"
        for p, (_, strict) in enumerate(tallies["all"].sure)
    )
    n_words = len(case.page.text.split())
    return Scored(case.id, case.publisher, n_words, case.page.parse is not None, tallies, fates)


def _resolved(text: Words, page: Page, marked: Marked) -> str | None:
    """The speaker behind a gold source: what our own resolver makes of the part that holds its head."""
    head = page.head(marked.source)
    if head is None:
        return None
    start, end = next((s, e) for s, e in marked.source if s < head[1] and e > head[0])
    touched = [i for i, token in enumerate(text.tokens) if token.start < end and token.end > start]
    return resolve(text, (touched[0], touched[-1] + 1)).name if touched else None


def _tally(gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> Tally:
    counts: dict[tuple[str, str], Counts] = {}
    for role in ROLES:
        counts |= _spans(role, [getattr(a, role) for a in gold], [getattr(a, role) for a in predicted])
    covered = _matched(gold, predicted, strict=False, sources=False)
    whole = _matched(gold, predicted, strict=False)
    strict = _matched(gold, predicted, strict=True)
    for name, matched in (("covered", covered), ("whole", whole), ("strict", strict)):
        counts["attribution", name] = Counts(len(matched), len(predicted), len(gold))
    for kind in KINDS:
        there = [g for g, a in enumerate(gold) if a.kind == kind]
        found = [p for p, a in enumerate(predicted) if a.kind == kind]
        counts[kind, "covered"] = Counts(sum(g in covered for g in there), 0, len(there))
        counts[kind, "recall"] = Counts(sum(g in whole for g in there), 0, len(there))
        counts[kind, "precision"] = Counts(len(set(found) & set(whole.values())), len(found), 0)
    tight = set(strict.values())
    ours, theirs = _union(predicted, "content"), _union(gold, "content")
    return Tally(
        counts,
        {key: _shares(gold, predicted, key) for key in ("speaker", "crude")},
        Counts(len(ours & theirs), len(ours), len(theirs)),
        tuple((a.confidence, p in tight) for p, a in enumerate(predicted)),
    )


def _spans(
    role: str, gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]
) -> dict[tuple[str, str], Counts]:
    """Exact, overlap and token counts of one role; a span that several attributions share counts once."""
    there, found = list(dict.fromkeys(filter(None, gold))), list(dict.fromkeys(filter(None, predicted)))
    words, guessed = frozenset().union(*there), frozenset().union(*found)
    matched = one_to_one(overlaps(there, found))
    return {
        (role, "exact"): Counts(len(set(there) & set(found)), len(found), len(there)),
        (role, "overlap"): Counts(len(matched), len(found), len(there)),
        (role, "token"): Counts(len(words & guessed), len(guessed), len(words)),
    }


def _matched(
    gold: Sequence[Attribution], predicted: Sequence[Attribution], *, strict: bool, sources: bool = True
) -> dict[int, int]:
    """Gold to predicted, one to one: enough of the content is covered and (`sources`) the heads match."""
    shared = overlaps([a.content for a in gold], [a.content for a in predicted])
    return one_to_one(
        {
            (g, p): n
            for (g, p), n in shared.items()
            if n >= HALF * len(gold[g].content)
            and (not strict or n >= HALF * len(predicted[p].content))
            and (not sources or same_source(gold[g], predicted[p]))
        }
    )


def same_source(one: Attribution, other: Attribution) -> bool:
    """Does the head of each source lie in the other one? Two empty sources are the same, too."""
    if not one.source or not other.source:
        return not one.source and not other.source
    return one.head <= other.source and other.head <= one.source


def _shares(gold: Sequence[Attribution], predicted: Sequence[Attribution], key: str) -> Shares:
    """Content words by speaker on both sides; attributions without a source are left out."""
    sides = []
    for side in (gold, predicted):
        amounts: dict[str, int] = {}
        for attribution in side:
            speaker = getattr(attribution, key)
            if speaker is not None:
                amounts[speaker] = amounts.get(speaker, 0) + len(attribution.content)
        sides.append(amounts)
    # the predicted leader is the first of those who are level; any gold leader will do
    ours = min(sorted(leaders(sides[1])), default=None)
    known = 1 if sides[0] else 0
    return Shares(distance(*sides), Counts(int(ours in leaders(sides[0])), known, known))


def _union(attributions: Sequence[Attribution], role: str) -> frozenset[int]:
    return frozenset().union(*(getattr(a, role) for a in attributions))
