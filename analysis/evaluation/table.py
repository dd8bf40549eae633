"""A benchmark's result as a table that fits a terminal, all attributions and reported speech side by side."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from analysis.evaluation.attributions import KINDS
from analysis.wording import counted

if TYPE_CHECKING:
    from analysis.evaluation.measures import Counts
    from analysis.evaluation.result import Result, View

NAMES = {"all": "all attributions", "speech": "reported speech"}
_LABEL, _CELL, _WIDE = 24, 7, 34  # widths in characters
_Cells = Callable[["View"], str]


def table(result: "Result") -> str:
    """Lay a result out: a row a measure, for each view precision, recall and F1 with its 95 % interval."""
    heads = (
        f"from the parses of {counted(result.parsed, 'article')}, else by rule"
        if result.parsed
        else "by rule"
    )
    head = (
        f"PolNeAR: {counted(result.articles, 'article')}, {counted(result.words, 'word')}; "
        f"engine: {result.engine or 'given'}",
        "Gold is each article's first annotator in sorted order.",
        f"Heads of sources: {heads}.",
        "",
        _row(result, "", lambda view: "{:>7}{:>7}{:>7}  {}".format("P", "R", "F1", "95 %"), titles=True),
    )
    lines = [*head, *_attributions(result), *_spans(result), *_kinds(result), *_shares(result)]
    return "\n".join(line.rstrip() for line in (*lines, *_publishers(result), *_calibration(result)))


def _attributions(result: "Result") -> list[str]:
    return [
        _row(result, "found / marked", lambda v: "{:>7,}{:>7,}".format(*_sizes(v))),
        _row(result, "whole attribution", lambda v: _prf(v, ("attribution", "whole"), "attribution whole")),
        _row(result, "  strict", lambda v: _prf(v, ("attribution", "strict"), "attribution strict")),
        _row(result, "  source aside", lambda v: _prf(v, ("attribution", "covered"))),
    ]


def _spans(result: "Result") -> list[str]:
    rows = []
    for role in ("source", "cue", "content"):
        for how in ("exact", "overlap", "token"):
            label = f"{role if how == 'exact' else '':<9}{how}"
            key = f"{role} {how}"
            rows.append(_row(result, label, lambda v, r=role, h=how, k=key: _prf(v, (r, h), k)))
    return ["", *rows]


def _kinds(result: "Result") -> list[str]:
    def cells(view: "View", kind: str) -> str:
        precision, recall = view.counts[kind, "precision"], view.counts[kind, "recall"]
        covered = view.counts[kind, "covered"]
        scores = precision.precision, recall.recall, covered.recall
        return f"{''.join(map(_number, scores))}  {recall.gold:,}"

    titles = _row(result, "by kind", lambda v: "{:>7}{:>7}{:>7}  {}".format("P", "R", "found", "marked"))
    return ["", titles, *(_row(result, f"  {kind}", lambda v, k=kind: cells(v, k)) for kind in KINDS)]


def _shares(result: "Result") -> list[str]:
    titles = "{:>7}{:>7}{:>7}  {}".format("mean", "median", "p90", "95 %")
    rows = ["", _row(result, "share distance", lambda v: titles)]
    for key, label in (("speaker", "  our resolver"), ("crude", "  crude key")):

        def cells(view: "View", key: str = key) -> str:
            share = view.shares[key]
            return f"{''.join(map(_number, share[1:4]))}  {_between(view, f'share {key}')}"

        rows.append(_row(result, label, cells))
    for key, label in (("speaker", "top speaker right"), ("crude", "  crude key")):

        def cells(view: "View", key: str = key) -> str:
            return f"{_number(view.shares[key].top)}{'':14}  {_between(view, f'top {key}')}"

        rows.append(_row(result, label, cells))
    coverage = _row(
        result, "words found / marked", lambda v: f"{_number(v.coverage)}{'':14}  {_between(v, 'coverage')}"
    )
    return [*rows, coverage]


def _publishers(result: "Result") -> list[str]:
    names = sorted({name for view in result.views.values() for name in view.publishers})
    if not names:
        return []
    rows = [_row(result, f"  {name}", lambda v, n=name: _plain(v.publishers[n])) for name in names]
    return ["", "whole attribution by publisher", *rows]


def _calibration(result: "Result") -> list[str]:
    lows = sorted({(row.low, row.high) for view in result.views.values() for row in view.calibration})

    def cells(view: "View", low: float) -> str:
        row = next((row for row in view.calibration if row.low == low), None)
        return f"{row.n:>7,}{_number(row.confidence)}{_number(row.right)}" if row else ""

    titles = _row(result, "confidence", lambda v: "{:>7}{:>7}{:>7}".format("n", "mean", "right"))
    rows = [_row(result, f"  {low:.1f}-{high:.1f}", lambda v, at=low: cells(v, at)) for low, high in lows]
    return ["", titles, *rows] if rows else []


def _row(result: "Result", label: str, cells: _Cells, *, titles: bool = False) -> str:
    columns = "".join(f"  {cells(view):<{_WIDE}}" for view in result.views.values())
    if not titles:
        return f"{label:<{_LABEL}}{columns}"
    names = "".join(f"  {NAMES[name]:>{3 * _CELL}}{'':{_WIDE - 3 * _CELL}}" for name in result.views)
    return f"{'':<{_LABEL}}{names.rstrip()}\n{label:<{_LABEL}}{columns}"


def _prf(view: "View", key: tuple[str, str], interval: str = "") -> str:
    return f"{_plain(view.counts[key])}  {_between(view, interval)}"


def _plain(counts: "Counts") -> str:
    return "".join(map(_number, (counts.precision, counts.recall, counts.f1)))


def _sizes(view: "View") -> tuple[int, int]:
    counts = view.counts["attribution", "whole"]
    return counts.predicted, counts.gold


def _number(value: float | None) -> str:
    """Three decimals without the 0 before the point, as tables of scores have it."""
    if value is None:
        return f"{'-':>{_CELL}}"
    return f"{value:{_CELL}.3f}".replace(" 0.", "  .")


def _between(view: "View", name: str) -> str:
    pair = view.intervals.get(name)
    return "-".join(f"{value:.3f}".removeprefix("0") for value in pair) if pair else ""
