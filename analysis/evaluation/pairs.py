"""The benchmarks `plover` and `aw`: what one given party does to another, by rules and by the learned layer.

Macro-F1 is the mean of the F1 of each class that the gold knows or that was answered; accuracy is the share
of rows that are right. With `folds` the learned layer is trained on the other parts of the same file, and
each row is judged by weights (and, in the row `unread`, by rules) made without its part.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from analysis.cooperation.learned import Answer, by_rules, by_table, read
from analysis.cooperation.pair_cues import cues_without
from analysis.cooperation.pairs import FIRST_OF_CONFLICT, QUADS, Pair, judge
from analysis.cooperation.taxonomy import load
from analysis.errors import CommuniqueError
from analysis.evaluation.measures import DRAWS, resamples
from analysis.evaluation.pairfile import Row, read_pairs
from analysis.evaluation.pairscore import Level, cooperation, record, score
from analysis.wording import counted

LEVELS = ("binary", "quad", "root")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class PairResult:
    """What a file says of the coders: a table by `str()`, plain values by `record()`, and every answer."""

    benchmark: str
    rows: tuple[Row, ...]
    folds: int
    coders: Mapping[str, Mapping[str, Level]]  # by coder and level
    answers: Mapping[str, tuple[Answer, ...]]

    def predictions(self) -> list[dict[str, Any]]:
        """What each coder answered, a row a sentence, in the order of the file."""
        levels = LEVELS if self.benchmark == "plover" else ("binary",)
        return [
            {"row": row.number}
            | {
                coder: {level: getattr(answers[i], level) for level in reversed(levels)}
                for coder, answers in self.answers.items()
            }
            for i, row in enumerate(self.rows)
        ]

    def record(self) -> dict[str, Any]:
        """The figures as one JSON object; the same file gives the same bytes."""
        return {
            "benchmark": self.benchmark,
            "rows": len(self.rows),
            "folds": self.folds or None,
            "coders": {
                coder: {name: record(level) for name, level in levels.items()}
                | ({"cooperation_roots": round(cooperation(levels), 6)} if self.benchmark == "plover" else {})
                for coder, levels in self.coders.items()
            },
        }

    def __str__(self) -> str:
        return _table(self)


def evaluate_pairs(
    file: str | Path,
    benchmark: str,
    *,
    folds: int = 0,
    models: str | Path | None = None,
    predictions: str | Path | None = None,
    draws: int = DRAWS,
) -> PairResult:
    """Score the rules and the learned layer on a file of marked sentences.

    `folds`: train the learned layer on the other folds of this file (by sentence) in place of the shipped
    weights, or those in the folder `models`. `predictions` names a file for a JSON line a row. Raises
    CommuniqueError for a file that is not as it should be.
    """
    rows = read_pairs(file, benchmark)
    answers: dict[str, tuple[Answer, ...]] = {}
    if folds:
        if benchmark != "plover":
            raise CommuniqueError("Only plover has roots to learn from: --folds does not go with aw.")
        answers = _in_folds(rows, folds)
    else:
        table = read(models)
        taxonomy = load()
        judged = [(pair, judge(pair, taxonomy)) for pair in (Pair(row.marked) for row in rows)]
        answers["rules"] = tuple(by_rules(verdict) for _, verdict in judged)
        answers["learned"] = tuple(by_table(pair, verdict, table, taxonomy) for pair, verdict in judged)
    drawn = resamples(len(rows), draws=draws)
    coders = {
        coder: {
            level: score(level, _gold(rows, level), [getattr(a, level) for a in given], drawn)
            for level in (LEVELS if benchmark == "plover" else ("binary",))
        }
        for coder, given in answers.items()
    }
    result = PairResult(benchmark, rows, folds, coders, answers)
    if predictions is not None:
        lines = "".join(json.dumps(line) + "\n" for line in result.predictions())
        try:
            Path(predictions).expanduser().write_bytes(lines.encode())
        except OSError as error:
            raise CommuniqueError(f"{predictions} cannot be written: {error.strerror}.") from error
    return result


def fold_of(text: str, folds: int) -> int:
    """The fold of a sentence, by its text: the same sentence with other marks is in the same fold."""
    return crc32(text.encode()) % folds


def _in_folds(rows: Sequence[Row], folds: int) -> dict[str, tuple[Answer, ...]]:
    """Every row by weights that were made without its fold; "unread" also by rules without the fold's own
    cues.
    """
    from analysis.cooperation.fitting import Firing, Lesson, fit

    taxonomy = load()
    firing = Firing([row.marked for row in rows])
    found: dict[str, dict[int, Answer]] = {
        name: {} for name in ("rules", "learned", "rules unread", "learned unread")
    }
    for fold in range(folds):
        aside = {row.marked.text for row in rows if fold_of(row.marked.text, folds) == fold}
        lessons = [Lesson(row.marked, row.gold) for row in rows if row.marked.text not in aside]
        if not lessons or not aside:
            raise CommuniqueError(f"{counted(len(rows), 'row')} are too few for {folds} folds.")
        table, unread = fit(lessons), fit(lessons, firing=firing, aside=aside)
        for row in rows:
            if row.marked.text in aside:
                without = firing.only(row.marked.text, aside)
                less = Pair(row.marked, index=cues_without(without))
                for name, pair, weights in (("", Pair(row.marked), table), (" unread", less, unread)):
                    verdict = judge(pair, taxonomy)
                    found[f"rules{name}"][row.number] = by_rules(verdict)
                    found[f"learned{name}"][row.number] = by_table(pair, verdict, weights, taxonomy)
    return {name: tuple(given[row.number] for row in rows) for name, given in found.items()}


def _gold(rows: Sequence[Row], level: str) -> list[Any]:
    if rows[0].gold in ("0", "1"):
        return [int(row.gold) for row in rows]
    if level == "root":
        return [row.gold for row in rows]
    quads = [QUADS[row.gold] for row in rows]
    return quads if level == "quad" else [int(quad >= FIRST_OF_CONFLICT) for quad in quads]


def _table(result: PairResult) -> str:
    how = f"trained in {result.folds} folds by sentence" if result.folds else "with the weights given"
    lines = [
        f"{result.benchmark}: {counted(len(result.rows), 'row')}; the learned layer {how}.",
        "Macro-F1 with its 95 % interval (resampled rows), and accuracy, in percent.",
        "",
    ]
    for coder, levels in result.coders.items():
        for name, level in levels.items():
            low, high = level.interval
            lines.append(
                f"{coder:<16}{name:<8}{100 * level.macro:6.1f}  {100 * low:.1f}-{100 * high:.1f}"
                f"   accuracy {100 * level.accuracy:.1f}"
            )
        if "root" in levels:
            lines.append(f"{coder:<16}five roots of cooperation, mean F1 {100 * cooperation(levels):.1f}")
    last = LEVELS[-1] if result.benchmark == "plover" else "binary"
    names = list(dict.fromkeys(c.name for levels in result.coders.values() for c in levels[last].classes))
    lines += ["", f"{'F1 by class':<16}{'gold':>6}" + "".join(f"{coder:>18}" for coder in result.coders)]
    for name in names:
        cells, gold = "", 0
        for levels in result.coders.values():
            one = next((c for c in levels[last].classes if c.name == name), None)
            cells += f"{100 * one.f1:>18.1f}" if one else f"{'-':>18}"
            gold = one.gold if one else gold
        lines.append(f"{name:<16}{gold:>6}{cells}")
    return "\n".join(lines)
