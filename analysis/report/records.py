"""One article's record, as `communique annotate` writes it; one that failed has one too, with its error."""

from typing import Any

from analysis.article import Article
from analysis.cooperation import Taxonomy
from analysis.record import broken, failed

__all__ = ["failed", "record"]


def record(article: Article, *, engine: str = "model", taxonomy: Taxonomy | None = None) -> dict[str, Any]:
    """The record of one article; where the analysis breaks, a record that says so.

    `engine` says how statements are found, "model" or "rules", as in `analyse`; `taxonomy` is another than
    the shipped one. One odd article must not take a batch of thousands with it, so any error of the engines
    ends up here.
    """
    from analysis import analyse

    try:
        return analyse(article, engine=engine, taxonomy=taxonomy).record()
    except Exception as error:
        return broken(article, error)
