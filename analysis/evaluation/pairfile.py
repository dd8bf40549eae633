"""The files of the benchmarks `plover` and `aw`: tab-separated rows, each a sentence with its two parties
marked.

`plover` has the columns sentence, marked_sentence, source, target and gold_root (the quad follows from the
root); `aw` has gold_binary (0 cooperation, 1 conflict) in its place. Other columns are not looked at.
"""

import csv
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from analysis.cooperation.pairs import ROOTS, Marked, unmark
from analysis.errors import CommuniqueError

GOLD = {"plover": "gold_root", "aw": "gold_binary"}
BINARY = ("0", "1")
SHOWN = 40  # characters of a wrong value that an error shows


class Row(NamedTuple):
    """One row of a file: its number in the file from 0, the sentence, and what people said of the two
    parties.
    """

    number: int
    marked: Marked
    gold: str  # a root of PLOVER, or "0" or "1"


def read_pairs(file: str | Path, benchmark: str) -> tuple[Row, ...]:
    """Read the rows of a benchmark. Raises CommuniqueError, with the line, where something is not as it
    should be.
    """
    path = Path(file).expanduser()
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise CommuniqueError(f"{file} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise CommuniqueError(f"{file} is not UTF-8 text (byte {error.start}).") from error
    table = _table(text)
    if not table:
        raise CommuniqueError(f"{file} is empty.")
    columns = table[0]
    gold = GOLD[benchmark]
    for needed in ("marked_sentence", gold):
        if needed not in columns:
            raise CommuniqueError(
                f"{file} has no column {needed!r}: {benchmark} needs marked_sentence and {gold}."
            )
    rows = []
    for number, cells in enumerate(table[1:]):
        if len(cells) != len(columns):
            raise CommuniqueError(f"{file}, line {number + 2}: {len(cells)} fields, not {len(columns)}.")
        row = dict(zip(columns, cells, strict=True))
        known = ROOTS if benchmark == "plover" else BINARY
        if row[gold] not in known:
            raise CommuniqueError(
                f"{file}, line {number + 2}: {gold} is {row[gold][:SHOWN]!r}, not one of {', '.join(known)}."
            )
        if not row["marked_sentence"].strip():
            raise CommuniqueError(f"{file}, line {number + 2}: the sentence is empty.")
        rows.append(Row(number, unmark(row["marked_sentence"]), row[gold]))
    if not rows:
        raise CommuniqueError(f"{file} has a head and no row.")
    return tuple(rows)


def _table(text: str) -> list[list[str]]:
    """The lines as lists of fields; quoting is read as in CSV only where plain tabs do not fit."""
    plain = [line.rstrip("\r").split("\t") for line in text.split("\n") if line.strip("\r")]
    if all(len(cells) == len(plain[0]) for cells in plain):
        return plain
    quoted = [cells for cells in csv.reader(StringIO(text), delimiter="\t") if cells]
    return quoted if all(len(cells) == len(quoted[0]) for cells in quoted) else plain
