"""The ledger: the acts of an article as rows, what belongs together merged, and the count of their themes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.cooperation.themes import COUNTED, ROLES, Theme


@dataclass(frozen=True, slots=True)
class Act:
    """One act: who does what with whom, how far it has come, and the words that say so."""

    sentence: int
    start: int
    end: int
    act: str
    stage: str | None
    side: str
    themes: tuple[Theme, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    proposer: str | None
    via: str | None
    cue: tuple[int, int]
    rule: str


def merge(rows: Sequence[Act]) -> list[Act]:
    """One row for the same act, stage and actors in a sentence ("met ... and discussed ...")."""
    merged: list[Act] = []
    for row in rows:
        n = next((n for n, other in enumerate(merged) if _same(other, row)), None)
        if n is None:
            merged.append(row)
        else:
            merged[n] = _join(merged[n], row)
    return merged


def _same(a: Act, b: Act) -> bool:
    return (a.act, a.stage) == (b.act, b.stage) and (
        not a.actors or not b.actors or set(a.actors) <= set(b.actors) or set(b.actors) <= set(a.actors)
    )


def _join(a: Act, b: Act) -> Act:
    roles: dict[str, str] = {}
    for theme, role in (*a.themes, *b.themes):
        if theme not in roles or ROLES.index(role) < ROLES.index(roles[theme]):
            roles[theme] = role
    actors = a.actors if len(a.actors) >= len(b.actors) else b.actors
    return Act(
        a.sentence,
        min(a.start, b.start),
        max(a.end, b.end),
        a.act,
        a.stage,
        a.side,
        tuple(Theme(t, r) for t, r in roles.items()),
        actors,
        tuple(n for n in dict.fromkeys((*a.recipients, *b.recipients)) if n not in actors),
        (a if len(a.actors) >= len(b.actors) else b).proposer or a.proposer or b.proposer,
        a.via or b.via,
        a.cue,
        a.rule if a.rule == b.rule else f"{a.rule} + {b.rule}",
    )


def tally(acts: Iterable[Act], taxonomy: Taxonomy | None = None) -> list[dict[str, Any]]:
    """Count the themes of acts: a row a theme, with the columns of its table, in the taxonomy's order.

    A mention is an act in which the theme is object or aim. The share is over all mentions of areas; the
    umbrella stands beside them and has none.
    """
    taxonomy = taxonomy or load()
    acts = tuple(acts)
    rows = []
    total = sum(
        1 for act in acts for t in act.themes if t.role in COUNTED and not taxonomy.areas[t.theme].umbrella
    )
    for area in taxonomy.areas.values():
        mine = [(act, t.role) for act in acts for t in act.themes if t.theme == area.id]
        if not mine:
            continue
        counted = [act for act, role in mine if role in COUNTED]
        share = None if area.umbrella else len(counted) / total if total else 0.0
        rows.append(
            {
                "theme": area.id,
                "mentions": len(counted),
                "share": share,
                "roles": _count(role for _, role in mine),
                "stages": _count(act.stage or "no stage" for act in counted),
                "sentences": sorted({act.sentence for act in counted}),
            }
        )
    return rows


def _count(values: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
