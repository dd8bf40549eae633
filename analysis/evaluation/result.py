"""The result of a benchmark: two views of the same articles, as a table for people or a record for JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.evaluation.measures import (
    DRAWS,
    Bin,
    Counts,
    Interval,
    f1,
    interval,
    quantile,
    ratio,
    reliability,
    resamples,
)

if TYPE_CHECKING:
    from analysis.evaluation.scoring import Scored, Tally

ATTRIBUTION = ("whole", "strict", "covered")


class Share(NamedTuple):
    """How far the speakers' shares are off, over the articles that have any; `top`: the same one leads."""

    n: int
    mean: float | None
    median: float | None
    p90: float | None
    top: float | None


@dataclass(frozen=True, slots=True)
class View:
    """The figures of one view: all attributions, or reported speech.

    `counts` is keyed by (what, how): ("source", "exact"), ("attribution", "strict"), ("direct", "recall");
    `shares` by the key that names a speaker: speaker (our resolver on both sides) or crude; `coverage` is
    predicted over gold words of contents; `intervals` are 95 % bootstrap intervals over articles.
    """

    counts: Mapping[tuple[str, str], Counts]
    shares: Mapping[str, Share]
    coverage: float | None
    intervals: Mapping[str, Interval]
    calibration: tuple[Bin, ...]
    publishers: Mapping[str, Counts]

    def record(self) -> dict[str, Any]:
        """The view as plain values."""
        scores: dict[str, dict[str, Any]] = {}
        for (what, how), counts in self.counts.items():
            scores.setdefault(what, {})[how] = _scores(counts)
        return {
            "scores": scores,
            "share": {key: _rounded(share._asdict()) for key, share in self.shares.items()},
            "coverage": _rounded(self.coverage),
            "intervals": {name: _rounded(list(pair)) for name, pair in self.intervals.items()},
            "calibration": [_rounded(row._asdict()) for row in self.calibration],
            "publishers": {name: _scores(counts) for name, counts in self.publishers.items()},
        }


@dataclass(frozen=True, slots=True)
class Result:
    """What a benchmark says of an engine; `str()` of it is a table, `record()` plain values for JSON."""

    engine: str
    articles: int
    words: int
    parsed: int  # articles whose heads were read off a parse; those of the others, by rule
    views: Mapping[str, View]

    def record(self) -> dict[str, Any]:
        """The result as one JSON object: the same articles and engine give the same bytes."""
        return {
            "benchmark": "polnear",
            "gold": "the first annotator of each article, in sorted order",
            "engine": self.engine,
            "articles": self.articles,
            "words": self.words,
            "parsed": self.parsed,
            "views": {name: view.record() for name, view in self.views.items()},
        }

    def __str__(self) -> str:
        from analysis.evaluation.table import table

        return table(self)


def summary(scored: Sequence["Scored"], *, engine: str, draws: int | None = None) -> Result:
    """Add up scored articles, with intervals from `draws` resamples of them (default 1000, 0: none)."""
    drawn = resamples(len(scored), draws=DRAWS if draws is None else draws)
    return Result(
        engine=engine,
        articles=len(scored),
        words=sum(one.n_words for one in scored),
        parsed=sum(one.parsed for one in scored),
        views={name: _view(name, scored, drawn) for name in (scored[0].tallies if scored else ())},
    )


def _view(name: str, scored: Sequence["Scored"], drawn: Sequence[Sequence[int]]) -> View:
    tallies = [one.tallies[name] for one in scored]
    counts = {key: _sum(t.counts[key] for t in tallies) for key in tallies[0].counts}
    words = _sum(t.words for t in tallies)
    publishers = sorted({one.publisher for one in scored} - {""})
    return View(
        counts=counts,
        shares={key: _share(tallies, key) for key in tallies[0].shares},
        coverage=ratio(words.predicted, words.gold),
        intervals=_intervals(tallies, drawn) if drawn else {},
        calibration=reliability((sure, right) for t in tallies for sure, right in t.sure if sure is not None),
        publishers={
            publisher: _sum(
                one.tallies[name].counts["attribution", "whole"]
                for one in scored
                if one.publisher == publisher
            )
            for publisher in publishers
        },
    )


def _share(tallies: Sequence["Tally"], key: str) -> Share:
    distances = [t.shares[key].distance for t in tallies]
    known = [d for d in distances if d is not None]
    top = _sum(t.shares[key].top for t in tallies)
    return Share(
        n=len(known),
        mean=ratio(sum(known), len(known)),
        median=quantile(known, 0.5),
        p90=quantile(known, 0.9),
        top=top.recall,
    )


def _intervals(tallies: Sequence["Tally"], drawn: Sequence[Sequence[int]]) -> dict[str, Interval]:
    found: dict[str, Interval | None] = {}

    def of(name: str, statistic: Callable[..., float | None], *columns: Sequence[float]) -> None:
        found[name] = interval(columns, statistic, drawn)

    def counted(name: str, key: tuple[str, str]) -> None:
        rows = [t.counts[key] for t in tallies]
        of(name, f1, [c.right for c in rows], [c.predicted for c in rows], [c.gold for c in rows])

    for how in ATTRIBUTION[:2]:
        counted(f"attribution {how}", ("attribution", how))
    for role in ("source", "cue", "content"):
        counted(f"{role} exact", (role, "exact"))
    for key in tallies[0].shares:
        distances = [t.shares[key].distance for t in tallies]
        tops = [t.shares[key].top for t in tallies]
        of(f"share {key}", ratio, [d or 0.0 for d in distances], [d is not None for d in distances])
        of(f"top {key}", ratio, [t.right for t in tops], [t.gold for t in tops])
    words = [t.words for t in tallies]
    of("coverage", ratio, [w.predicted for w in words], [w.gold for w in words])
    return {name: pair for name, pair in found.items() if pair is not None}


def _sum(counts) -> Counts:
    return sum(counts, Counts())


def _scores(counts: Counts) -> dict[str, Any]:
    return _rounded(
        {
            "right": counts.right,
            "predicted": counts.predicted,
            "gold": counts.gold,
            "precision": counts.precision,
            "recall": counts.recall,
            "f1": counts.f1 if counts.predicted and counts.gold else None,
        }
    )


def _rounded(value: Any) -> Any:
    """The same with at most six decimals."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list) else value
