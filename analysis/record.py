"""The record: everything found in one article as one JSON object, the same fields in the same order always.

What is missing is null, never "" and never NaN; numbers have at most six decimals, so that the last bit of a
processor's arithmetic changes no byte. An article that failed has the same fields, empty but for its error.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.article import Article
from analysis.results import DECIMALS
from analysis.schema import TABLES, record

OF_ARTICLE = ("id", "path", "sha256", "title", "outlet", "date", "language", "n_chars", "n_words")
HEAD = (*OF_ARTICLE, "status", "error")  # the head of a record and its order; the tables follow


def whole(article: Article, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """The record of an article that was read and analysed; `rows` has the rows of each table."""
    return head(article, status="ok", error=None) | {
        table: rounded(record(table, rows[table])) for table in TABLES
    }


def failed(id: str, *, error: str, **known: Any) -> dict[str, Any]:
    """The record of an article that was not read or analysed: the same fields, empty but for the error.

    >>> failed("visit", error="visit.txt is empty.")["status"]
    'failed'
    """
    fields = dict.fromkeys(HEAD) | known | {"id": id, "status": "failed", "error": error}
    return {name: fields[name] for name in HEAD} | {table: [] for table in TABLES}


def broken(article: Article, error: Exception) -> dict[str, Any]:
    """The record of an article over which an engine broke: what is known of it, and the error in one line."""
    told = f"The analysis broke: {type(error).__name__}: {' '.join(str(error).split())}".rstrip(": ")
    known = head(article, status="failed", error=None)
    return failed(**{name: known[name] for name in OF_ARTICLE} | {"error": told})


def head(article: Article, *, status: str, error: str | None) -> dict[str, Any]:
    """What every record begins with."""
    about = {name: getattr(article, name) for name in OF_ARTICLE} | {"status": status, "error": error}
    return {name: None if value == "" else value for name, value in about.items()}


def rounded(value: Any) -> Any:
    """A value of plain lists and dictionaries with its numbers rounded; no -0.0, and null for NaN."""
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0 if value == value else None
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list) else value
