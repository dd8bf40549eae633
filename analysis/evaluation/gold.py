"""The project's own gold set: an engine's full record against what a person marked, half beside half.

The set is told in tests/gold/README.md, its files in `analysis.evaluation.goldfile`, what counts as right in
`analysis.evaluation.goldscore`. The tuning half may be looked into; the kept half is for its figures alone.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.article import Article
from analysis.engine import analyse
from analysis.evaluation.goldfile import read_gold
from analysis.evaluation.goldscore import FIELDS, VIEWS, ArticleScore, Error, score_article
from analysis.evaluation.goldset import HALVES
from analysis.evaluation.measures import DRAWS, Counts, Interval, f1, interval, quantile, ratio, resamples
from analysis.wording import counted

_LABEL, _CELL = 26, 36  # widths of the table's columns, in characters


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one half of the set; `intervals` are 95 % bootstrap intervals over its articles."""

    articles: int
    words: int
    pair: Mapping[str, Counts]
    content: Mapping[str, Counts]
    share_mean: float | None
    share_median: float | None
    top: float | None
    coverage: float | None
    confusion: Mapping[str, Counter]
    via: Counts
    persons: Mapping[str, Counts]
    intervals: Mapping[str, Interval]

    def right(self, field: str) -> float | None:
        """The share of matched statements whose kind, class or polarity is right."""
        pairs = self.confusion[field]
        return ratio(sum(n for (marked, found), n in pairs.items() if marked == found), pairs.total())


@dataclass(frozen=True, slots=True)
class GoldResult:
    """What the gold set says of an engine: a table by `str()`, plain values by `record()`, and the errors."""

    engine: str
    halves: Mapping[str, Figures]
    articles: tuple[ArticleScore, ...]

    def errors(self, half: str = "tune") -> tuple[Error, ...]:
        """Every error of a half, in the order of the texts; whoever tunes leaves the kept half alone."""
        return tuple(e for one in self.articles if one.half == half for e in one.errors)

    def record(self) -> dict[str, Any]:
        """The figures as one JSON object, without the errors: the same set and engine give the same bytes."""
        return {
            "benchmark": "gold",
            "engine": self.engine,
            "halves": {name: _record(figures) for name, figures in self.halves.items()},
            "articles": [
                {
                    "id": one.id,
                    "half": one.half,
                    "pair": {view: _scores(one.pair[view]) for view in VIEWS},
                    "share_distance": _rounded(one.distance),
                    "top_right": one.top,
                    "coverage": _rounded(ratio(one.words.predicted, one.words.gold)),
                }
                for one in self.articles
            ],
        }

    def __str__(self) -> str:
        return _table(self)


def evaluate_gold(
    folder: str | Path | None = None,
    *,
    engine: Callable[[Article], Any] = analyse,
    name: str = "",
    draws: int = DRAWS,
) -> GoldResult:
    """Run an engine on the annotated articles of a folder and score its record, half by half.

    `engine` takes an article and returns something with `record()` as `communique annotate` writes it; the
    default folder is the project's tests/gold. Intervals come from `draws` fixed resamples (0: none).
    Raises CommuniqueError where there is no annotation, or one that does not fit its text.
    """
    scored = tuple(score_article(gold, engine(gold.article).record()) for gold in read_gold(folder))
    return GoldResult(
        engine=name or getattr(engine, "__name__", type(engine).__name__),
        halves={
            half: _figures([one for one in scored if one.half == half], draws)
            for half in HALVES
            if any(one.half == half for one in scored)
        },
        articles=scored,
    )


def _figures(scored: Sequence[ArticleScore], draws: int) -> Figures:
    distances = [one.distance for one in scored]
    known = [d for d in distances if d is not None]
    tops = [one.top for one in scored]
    words = sum((one.words for one in scored), Counts())
    columns: dict[str, tuple[Callable[..., float | None], list[list[float]]]] = {}
    for name, counts in (("pair", "pair"), ("content", "content")):
        for view in VIEWS:
            rows = [getattr(one, counts)[view] for one in scored]
            columns[f"{name} {view}"] = (
                f1,
                [[c.right for c in rows], [c.predicted for c in rows], [c.gold for c in rows]],
            )
    columns["share"] = ratio, [[d or 0.0 for d in distances], [d is not None for d in distances]]
    columns["top"] = ratio, [[bool(t) for t in tops], [t is not None for t in tops]]
    drawn = resamples(len(scored), draws=draws)
    between = {name: interval(rows, statistic, drawn) for name, (statistic, rows) in columns.items()}
    return Figures(
        articles=len(scored),
        words=sum(one.n_words for one in scored),
        pair={view: sum((one.pair[view] for one in scored), Counts()) for view in VIEWS},
        content={view: sum((one.content[view] for one in scored), Counts()) for view in VIEWS},
        share_mean=ratio(sum(known), len(known)),
        share_median=quantile(known, 0.5),
        top=ratio(sum(bool(t) for t in tops), sum(t is not None for t in tops)),
        coverage=ratio(words.predicted, words.gold),
        confusion={field: sum((one.confusion[field] for one in scored), Counter()) for field in FIELDS},
        via=sum((one.via for one in scored), Counts()),
        persons={f: sum((one.persons[f] for one in scored), Counts()) for f in ("role", "side")},
        intervals={name: pair for name, pair in between.items() if pair},
    )


def _record(figures: Figures) -> dict[str, Any]:
    return {
        "articles": figures.articles,
        "words": figures.words,
        "pair": {view: _scores(figures.pair[view]) for view in VIEWS},
        "content": {view: _scores(figures.content[view]) for view in VIEWS},
        "share_distance": {"mean": _rounded(figures.share_mean), "median": _rounded(figures.share_median)},
        "top_right": _rounded(figures.top),
        "coverage": _rounded(figures.coverage),
        "right": {field: _rounded(figures.right(field)) for field in FIELDS},
        "confusion": {
            field: [
                {"marked": m, "found": f, "n": n} for (m, f), n in sorted(figures.confusion[field].items())
            ]
            for field in FIELDS
        },
        "via": _scores(figures.via),
        "role": _scores(figures.persons["role"]),
        "side": _scores(figures.persons["side"]),
        "intervals": {
            name: [_rounded(low), _rounded(high)] for name, (low, high) in figures.intervals.items()
        },
    }


def _scores(counts: Counts) -> dict[str, Any]:
    return {
        "right": counts.right,
        "predicted": counts.predicted,
        "gold": counts.gold,
        "precision": _rounded(counts.precision),
        "recall": _rounded(counts.recall),
        "f1": _rounded(counts.f1),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _table(result: GoldResult) -> str:
    """A row a measure, the halves side by side."""
    halves = result.halves
    n, words = sum(f.articles for f in halves.values()), sum(f.words for f in halves.values())
    lines = [f"Gold set: {counted(n, 'article')}, {counted(words, 'word')}; engine: {result.engine}", ""]

    def row(label: str, cells: Callable[[Figures], str]) -> None:
        lines.append(
            (f"{label:<{_LABEL}}" + "".join(f"{cells(f):<{_CELL}}" for f in halves.values())).rstrip()
        )

    def prf(figures: Figures, measure: str, view: str) -> str:
        counts = getattr(figures, measure)[view]
        scores = "".join(map(_number, (counts.precision, counts.recall, counts.f1)))
        return f"{scores}  {_between(figures, f'{measure} {view}')}"

    lines.append(f"{'':<{_LABEL}}" + "".join(f"{half + ' half':<{_CELL}}" for half in halves).rstrip())
    row("", lambda f: f"{'P':>7}{'R':>7}{'F1':>7}  95 %")
    for view, label in (("speech", "affirmed speech"), ("all", "every statement")):
        row(label, lambda f, v=view: f"{f.pair[v].predicted:>7,} found{f.pair[v].gold:>7,} marked")
        row("  statement and speaker", lambda f, v=view: prf(f, "pair", v))
        row("  content alone", lambda f, v=view: prf(f, "content", v))
    row(
        "share distance",
        lambda f: f"{_number(f.share_mean)} mean{_number(f.share_median)} median  {_between(f, 'share')}",
    )
    row("top speaker right", lambda f: f"{_number(f.top)}{'':16}{_between(f, 'top')}")
    row("words found / marked", lambda f: _number(f.coverage))
    for field in FIELDS:
        row(f"{field} right", lambda f, name=field: _number(f.right(name)))
    for name in ("role", "side"):
        row(
            f"{name} of people",
            lambda f, n=name: "".join(
                map(_number, (f.persons[n].precision, f.persons[n].recall, f.persons[n].f1))
            ),
        )
    row("via", lambda f: "".join(map(_number, (f.via.precision, f.via.recall, f.via.f1))))
    for field in FIELDS:
        for half, figures in halves.items():
            wrong = [(n, m, f) for (m, f), n in figures.confusion[field].items() if m != f]
            if wrong:
                told = ", ".join(f"{m} as {f} {n}" for n, m, f in sorted(wrong, key=lambda w: (-w[0], w[1:])))
                lines.append(f"{field} confused, {half}: {told}")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    """Three decimals without the 0 before the point."""
    return f"{'-':>7}" if value is None else f"{value:7.3f}".replace(" 0.", "  .")


def _between(figures: Figures, name: str) -> str:
    pair = figures.intervals.get(name)
    return "-".join(f"{value:.3f}".removeprefix("0") for value in pair) if pair else ""
