"""Sentences that readers rated, as the tone benchmarks have them.

Two published formats are read. *Rated sentences* (the NYT editorial snippets of cjhutto/vaderSentiment): a
line each, tab-separated, with an id, the mean rating of its readers from -4 to 4, and the sentence; what
stands before the id's underscore is its article. *Targets* (fhamborg/NewsMTSC): a JSON object a line, plain
or gzipped, with `sentence_normalized` and `targets`, each with `Input.gid`, `from`, `to` and a `polarity` of
2 (negative), 4 (neutral) or 6 (positive).
"""

import hashlib
from collections.abc import Iterable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from analysis.errors import CommuniqueError
from analysis.evaluation.annotated import rows_of
from analysis.paths import find

POLARITIES = {2.0: "neg", 4.0: "neu", 6.0: "pos"}
SEEN = "it learnt from these rows, so this is no measure; --folds gives one"
STEEPEST = 4.0  # the scale of the ratings ends here, on either side


class Rated(NamedTuple):
    """One sentence, the mean of its readers' ratings (-4 to 4), and the article it is from."""

    id: str
    article: str
    rating: float
    text: str


class Target(NamedTuple):
    """Somebody in a sentence, `text[start:end]`, and how the sentence speaks of them: neg, neu or pos."""

    id: str
    sentence: str  # id of the sentence: several targets can share it
    text: str
    start: int
    end: int
    polarity: str


def read_ratings(file: str | Path) -> tuple[Rated, ...]:
    """Read rated sentences; CommuniqueError with one sentence and the line where the file is otherwise."""
    path = find(file)
    if path.is_dir():
        raise CommuniqueError(f"{file} is a folder; name the file with the rated sentences.")
    if not path.exists():
        raise CommuniqueError(f"There is no file {file}.")
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError:
        raise CommuniqueError(
            f"{file} is not UTF-8 text with an id, a rating and a sentence a line."
        ) from None
    found: dict[str, Rated] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            one = _rated(line.rstrip("\r"), f"{file}, line {number}")
            if one.id in found:
                raise CommuniqueError(f"{file}, line {number}: the id {one.id!r} was there before.")
            found[one.id] = one
    if len(found) < 2:
        raise CommuniqueError(f"{file} holds fewer than two rated sentences.")
    return tuple(found.values())


def _rated(line: str, where: str) -> Rated:
    fields = line.split("\t", 2)
    if len(fields) != 3 or not fields[0].strip() or not fields[2].strip():
        raise CommuniqueError(f"{where}: not an id, a rating and a sentence with tabs between them.")
    try:
        rating = float(fields[1])
    except ValueError:
        raise CommuniqueError(f"{where}: the rating {fields[1]!r} is no number.") from None
    if not isfinite(rating) or abs(rating) > STEEPEST:
        raise CommuniqueError(f"{where}: the rating {fields[1]} is not between -4 and 4.")
    return Rated(fields[0], fields[0].rpartition("_")[0] or fields[0], rating, fields[2])


def read_targets(file: str | Path) -> tuple[Target, ...]:
    """Read sentences with targets; CommuniqueError where a file is otherwise."""
    found: list[Target] = []
    for number, row in rows_of(file):
        try:
            found += _targets(row, number)
        except (KeyError, TypeError, ValueError) as error:
            reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
            raise CommuniqueError(f"{file}, line {number}: {reason}.") from None
    if not found:
        raise CommuniqueError(f"{file} holds no sentence with targets.")
    return tuple(found)


def _targets(row: Mapping[str, Any], number: int) -> list[Target]:
    text, targets = row["sentence_normalized"], row["targets"]
    if not isinstance(text, str) or not text.strip():
        raise ValueError("sentence_normalized must be text")
    if not isinstance(targets, list):
        raise ValueError("targets must be a list")
    found = []
    for one in targets:
        if not isinstance(one, dict):
            raise ValueError("a target must be an object")
        start, end = one["from"], one["to"]
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
            raise ValueError(f"a target from {start!r} to {end!r} is not within its sentence")
        polarity = one["polarity"]
        if isinstance(polarity, bool) or not isinstance(polarity, int | float) or polarity not in POLARITIES:
            raise ValueError(f"the polarity {polarity!r} is none of 2, 4 and 6")
        name = one["Input.gid"]
        if not isinstance(name, str) or not name:
            raise ValueError("Input.gid must be text")
        found.append(Target(name, str(number), text, start, end, POLARITIES[polarity]))
    return found


def digest(ids: Iterable[str]) -> str:
    """A fingerprint of the rows that were learnt from, by their ids."""
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16]
