"""The benchmark `register`: does a sentence in the register of diplomacy get the sign that a reader gives it?

The sentences are this project's own, invented, and were given their direction by a reader before any scorer
saw them. One half may be learnt from, by the people who write the lexicons; the other is kept for measuring.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.errors import CommuniqueError
from analysis.evaluation.baselines import BANDS, baselines
from analysis.evaluation.tone_measures import CLASSES, accuracy, macro_f1, sign
from analysis.evaluation.tone_result import Method, ToneResult
from analysis.paths import PROJECT, find
from analysis.sentiment import NEUTRAL_BAND
from analysis.sentiment.model.opinion import rating_of
from analysis.sentiment.sentence import tone_of_sentence

FILES = {half: PROJECT / "tests" / "sentiment" / f"register_{half}.tsv" for half in ("tune", "kept")}
COLUMNS = ("id", "direction", "why", "sentence")
GOLD = "Gold: the sign that a reader gave before the scorer saw it. Intervals: 95 %, by sentence."


class Register(NamedTuple):
    """One sentence and its sign: neg, neu or pos."""

    id: str
    direction: str
    text: str


def evaluate_register(file: str | Path | None = None) -> list[ToneResult]:
    """Score the sentences of a file, or both halves of the project's own, by the rules and by VADER.

    Raises CommuniqueError where a file is not as it should be.
    """
    if file is not None:
        return [_result(str(file), read_register(file))]
    return [_result(f"Register, {half} half", read_register(path)) for half, path in FILES.items()]


def read_register(file: str | Path) -> tuple[Register, ...]:
    """Read a file with the columns id, direction, why and sentence, tabs between them."""
    path = find(file)
    if not path.is_file():
        raise CommuniqueError(f"There is no file {file} with sentences of the register.")
    try:
        lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    except UnicodeDecodeError:
        raise CommuniqueError(f"{file} is not UTF-8 text.") from None
    rows = []
    for number, line in enumerate(lines, 1):
        fields = line.rstrip("\r").split("\t")
        if number == 1 and tuple(fields) == COLUMNS:
            continue
        if len(fields) != len(COLUMNS) or fields[1] not in CLASSES:
            raise CommuniqueError(
                f"{file}, line {number}: not an id, neg, neu or pos, a reason, a sentence, tabs between."
            )
        rows.append(Register(fields[0], fields[1], fields[3]))
    if not rows:
        raise CommuniqueError(f"{file} holds no sentence.")
    return tuple(rows)


def _result(name: str, rows: Sequence[Register]) -> ToneResult:
    counts = Counter(row.direction for row in rows)
    scorers: dict[str, tuple[Callable[[str], float], float]] = {
        "rules": (lambda text: tone_of_sentence(text).tone, NEUTRAL_BAND),
        "learned": (rating_of, NEUTRAL_BAND),
        **{name: (scorer, BANDS[name]) for name, scorer in baselines().items()},
    }
    methods = [_method(name, rows, scorer, band) for name, (scorer, band) in scorers.items()]
    return ToneResult(name, GOLD, "sentence", len(rows), dict(sorted(counts.items())), methods)


def _method(name: str, rows: Sequence[Register], scorer: Callable[[str], float], band: float) -> Method:
    found = [sign(scorer(row.text), band) for row in rows]
    wanted, ids = [row.direction for row in rows], [row.id for row in rows]
    return Method(
        name, {"sign right": accuracy(found, wanted, ids), "macro-F1": macro_f1(found, wanted, ids)}
    )
