"""The word lists, as data: tab-separated files with a header that says source, licence, date and columns.

A file opens with comment lines (`# source: ...`, `# licence: ...`, `# date: ...`), then one line of column
names, then one entry a line, sorted by its first column. An empty field reads as "".
"""

from collections.abc import Mapping
from functools import cache

from analysis.paths import LEXICONS


@cache
def entries(name: str) -> tuple[Mapping[str, str], ...]:
    """Read the lexicon `name` (a file `name.tsv` of this folder): one mapping of column to text an entry."""
    rows = [
        line.split("\t")
        for line in (LEXICONS / f"{name}.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("# ")
    ]
    columns, body = rows[0], rows[1:]
    for row in body:
        assert len(row) <= len(columns), f"{name}.tsv: {row[0]!r} has {len(row)} fields, not {len(columns)}"
    return tuple(dict(zip(columns, row + [""] * (len(columns) - len(row)), strict=True)) for row in body)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of the lexicon `name`, as a set."""
    return frozenset(next(iter(entry.values())) for entry in entries(name))


@cache
def closed(name: str) -> frozenset[str]:
    """The words of one closed class of `closed_classes.tsv`.

    >>> "although" in closed("subordinator")
    True
    """
    assert name in _classes(), f"closed_classes.tsv has no class {name!r}"
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    """The words of every closed class."""
    found: dict[str, set[str]] = {}
    for entry in entries("closed_classes"):
        found.setdefault(entry["class"], set()).add(entry["word"])
    return {name: frozenset(members) for name, members in found.items()}
