"""Closed classes: the small words that tell clauses, stages and parties, from `closed_classes.tsv`."""

from functools import cache

from analysis.lexicons import entries


@cache
def closed(name: str) -> frozenset[str]:
    """The words of one closed class.

    >>> "although" in closed("subordinator")
    True
    """
    words = frozenset(entry["word"] for entry in entries("closed_classes") if entry["class"] == name)
    assert words, f"closed_classes.tsv has no class {name!r}"
    return words
