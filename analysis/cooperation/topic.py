"""The article's topic: what acts are about whose own words name no area.

In a report of a row over tiles nobody repeats "trade" in every sentence: "Brasilia rejected the claim" is
about the economy all the same. Where one area outweighs the others in an article, it is taken over by the
acts that name none; where none does, an act that names no area is about the tie itself: the umbrella.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from analysis.cooperation.ledger import Act
from analysis.cooperation.taxonomy import Taxonomy
from analysis.cooperation.themes import COUNTED, OBJECT, Theme, matcher
from analysis.language.document import Document

PRAISE = ("SUPPORT",)  # is about what it praises
FEWEST = 8  # words of an area that make it a topic
PART = 0.3  # of the words of all areas


def topic(document: Document, taxonomy: Taxonomy, masked: Collection[int]) -> str | None:
    """The area that most of an article's theme words name, or None where no area outweighs the others."""
    found: Counter[str] = Counter()
    for sentence in document.sentences:
        for match in matcher(taxonomy).match(document.tokens, sentence.first, sentence.last, masked):
            if match.kind in ("terms", "coordinated") and not taxonomy.areas[match.area].umbrella:
                found[match.area] += 1
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < FEWEST or ranked[0][1] < PART * sum(found.values()):
        return None
    return ranked[0][0]


def about(
    acts: Sequence[Act], document: Document, taxonomy: Taxonomy, masked: Collection[int]
) -> tuple[Act, ...]:
    """Acts with the article's topic where their own words name no area."""
    umbrella = next((a.id for a in taxonomy.areas.values() if a.umbrella), None)
    area = topic(document, taxonomy, masked)
    return tuple(_with(act, taken, umbrella) for act in acts for taken in [_for(act, area, umbrella)])


def _for(act: Act, area: str | None, umbrella: str | None) -> str | None:
    """The area that an act takes over: the article's where its own words name none, else the tie itself."""
    counted = {t.theme for t in act.themes if t.role in COUNTED}
    if act.act == "NONE" or counted - {umbrella}:
        return None
    if area is not None:
        return area
    return None if counted or act.side != "cooperation" or act.act in PRAISE else umbrella


def _with(act: Act, area: str | None, umbrella: str | None) -> Act:
    """The act with the area, and in its rule a word on where that comes from."""
    if area is None:
        return act
    whence = "the tie itself" if area == umbrella else "the article's topic"
    themes = (*[t for t in act.themes if t.theme != area], Theme(area, OBJECT))
    return replace(act, themes=themes, rule=f"{act.rule}; theme: {whence}")
