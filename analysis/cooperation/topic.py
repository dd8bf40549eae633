"""The article's topic: what acts are about whose own words name no area.

In a report of a row over tiles nobody repeats "trade" in every sentence: "Brasilia rejected the claim" is about
the economy all the same. Where one area outweighs the others in an article, it is taken over by the acts that
name none; where none does, an act without an area of its own takes that of the act right before it.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from analysis.cooperation.ledger import Act
from analysis.cooperation.taxonomy import Taxonomy
from analysis.cooperation.themes import COUNTED, OBJECT, Theme, matcher
from analysis.language.document import Document

FEWEST = 4  # words of an area that make it a topic
PART = 0.4  # of the words of all areas


def topic(document: Document, taxonomy: Taxonomy, masked: Collection[int]) -> str | None:
    """The area that most of an article's theme words name, or None where no area outweighs the others."""
    found: Counter[str] = Counter()
    for sentence in document.sentences:
        for match in matcher(taxonomy).match(document.tokens, sentence.first, sentence.last, masked):
            if match.kind in ("terms", "coordinated"):
                found[match.area] += 1
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < FEWEST or ranked[0][1] < PART * sum(found.values()):
        return None
    return ranked[0][0]


def about(
    acts: Sequence[Act], document: Document, taxonomy: Taxonomy, masked: Collection[int]
) -> tuple[Act, ...]:
    """Acts with the article's topic where their own words name no area."""
    bare = [act for act in acts if act.act != "NONE" and not any(t.role in COUNTED for t in act.themes)]
    if not bare or (area := topic(document, taxonomy, masked)) is None:
        return tuple(acts)
    lacking = set(map(id, bare))
    return tuple(
        replace(act, themes=(*[t for t in act.themes if t.theme != area], Theme(area, OBJECT)))
        if id(act) in lacking
        else act
        for act in acts
    )
