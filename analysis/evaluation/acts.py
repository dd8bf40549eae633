"""The benchmark `gold --acts`: the acts and themes found in our own articles, held against what people
marked.

Everything is counted by sentence, since the sentence is the evidence: a theme is right where the sentence
has it as object or aim of an act; an act is right where an act of the same kind and stage stands in the
same sentence, one to one; a proposer is right where a marked one is found for that act. The agreement of
the two passes is Cohen's kappa, field by field.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.article import Article
from analysis.cooperation.taxonomy import load
from analysis.engine import analyse
from analysis.errors import CommuniqueError
from analysis.evaluation.actscore import MEASURES, ArticleActs, score_acts
from analysis.evaluation.actset import read_acts
from analysis.evaluation.goldfile import FOLDER, read_gold
from analysis.evaluation.goldset import HALVES
from analysis.evaluation.measures import DRAWS, Counts, Interval, f1, interval, resamples
from analysis.evaluation.passes import agreement
from analysis.wording import counted


@dataclass(frozen=True, slots=True)
class ActResult:
    """The figures of each half, the agreement of the passes, and the errors of the half that may be read."""

    engine: str
    halves: Mapping[str, Mapping[str, Counts]]
    intervals: Mapping[str, Mapping[str, Interval | None]]
    articles: tuple[ArticleActs, ...]
    agreement: Mapping[str, Mapping[str, float | None]]

    def errors(self, half: str = "tune") -> tuple[str, ...]:
        """Every error of a half in the order of the texts; whoever tunes leaves the kept half alone."""
        return tuple(e for one in self.articles if one.half == half for e in one.errors)

    def record(self) -> dict[str, Any]:
        """The figures as one JSON object; the same set and engine give the same bytes."""
        return {
            "benchmark": "gold acts",
            "engine": self.engine,
            "halves": {
                half: {
                    name: {
                        "right": c.right,
                        "found": c.predicted,
                        "marked": c.gold,
                        "precision": _round(c.precision),
                        "recall": _round(c.recall),
                        "f1": _round(c.f1),
                        "interval": [_round(v) for v in self.intervals[half][name] or ()] or None,
                    }
                    for name, c in counts.items()
                }
                for half, counts in self.halves.items()
            },
            "agreement": {
                half: {name: _round(v) for name, v in fields.items()}
                for half, fields in self.agreement.items()
            },
        }

    def __str__(self) -> str:
        lines = [f"Acts and themes of the gold set, by sentence; engine: {self.engine}.", ""]
        for half, counts in self.halves.items():
            n = sum(one.half == half for one in self.articles)
            lines.append(
                f"{half}: {counted(n, 'article')}{'':<10}P      R     F1   95 %         found / marked"
            )
            for name, c in counts.items():
                pair = self.intervals[half][name]
                between = f"{pair[0]:.3f}-{pair[1]:.3f}" if pair else ""
                lines.append(
                    f"  {name:<18}{_cell(c.precision)}{_cell(c.recall)}{_cell(c.f1)}   {between:<13}"
                    f"{c.predicted} / {c.gold}"
                )
        for half, fields in self.agreement.items():
            lines += ["", f"two people, {half} half (kappa; where marked, F1 or share)"]
            lines += [f"  {name:<34}{_cell(value)}" for name, value in fields.items()]
        return "\n".join(lines)


def evaluate_acts(
    folder: str | Path | None = None,
    *,
    engine: Callable[[Article], Any] = analyse,
    name: str = "",
    draws: int = DRAWS,
) -> ActResult:
    """Run an engine on the articles whose acts are marked and score its record, half by half.

    Raises CommuniqueError where no article of the folder has its acts marked, or a file does not fit its
    text.
    """
    home = Path(folder) if folder is not None else FOLDER
    taxonomy = load()
    articles = [g for g in read_gold(home) if (home / f"{g.article.id}.acts").is_file()]
    if not articles:
        raise CommuniqueError(f"There is no article with its acts (*.acts) in {str(home)!r}.")
    scored = tuple(
        score_acts(
            gold,
            read_acts(home / f"{gold.article.id}.acts", gold.article.text, taxonomy),
            engine(gold.article).record(),
        )
        for gold in articles
    )
    halves, intervals = {}, {}
    for half in HALVES:
        mine = [one for one in scored if one.half == half]
        if mine:
            drawn = resamples(len(mine), draws=draws) if draws else []
            halves[half] = {m: sum((one.counts[m] for one in mine), Counts()) for m in MEASURES}
            intervals[half] = {m: _interval([one.counts[m] for one in mine], drawn, m) for m in MEASURES}
    return ActResult(
        engine=name or getattr(engine, "__name__", type(engine).__name__),
        halves=halves,
        intervals=intervals,
        articles=scored,
        agreement=agreement(home, articles, taxonomy),
    )


def _interval(rows: Sequence[Counts], drawn: Sequence[Sequence[int]], measure: str) -> Interval | None:
    columns = ([c.right for c in rows], [c.predicted for c in rows], [c.gold for c in rows])
    return interval(columns, f1, drawn) if drawn else None


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _cell(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:7.3f}".replace(" 0.", "  .")
