"""One article's record, as `communique annotate` writes it; one that failed has one too, with its error."""

from typing import Any

from analysis.article import Article
from analysis.schema import TABLES

# The head of a record and its order, as every record has it
HEAD = (
    "id",
    "path",
    "sha256",
    "title",
    "outlet",
    "date",
    "language",
    "n_chars",
    "n_words",
    "status",
    "error",
)


def record(article: Article) -> dict[str, Any]:
    """The record of one article; where the analysis breaks, a record that says so.

    One odd article must not take a batch of thousands with it, so any error of the engines ends up here.
    """
    from analysis import analyse

    try:
        return analyse(article).record()
    except Exception as error:
        told = " ".join(str(error).split())
        head = {name: getattr(article, name) for name in HEAD[:-2]}
        return failed(**head | {"error": f"The analysis broke: {type(error).__name__}: {told}"})


def failed(id: str, *, error: str, **known: Any) -> dict[str, Any]:
    """The record of an article that was not read or analysed: the same fields, empty but for the error."""
    head = dict.fromkeys(HEAD) | known | {"id": id, "status": "failed", "error": error}
    return {name: head[name] for name in HEAD} | {table: [] for table in TABLES}
