"""How far two people agree on the acts of the gold set, field by field: Cohen's kappa, or F1 where units
differ.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.article import Article
from analysis.cooperation.taxonomy import Taxonomy
from analysis.evaluation.actscore import Names, marked_as
from analysis.evaluation.actset import read_acts
from analysis.evaluation.goldset import HALVES, GoldArticle
from analysis.evaluation.measures import Counts, kappa, ratio

PASSES = ("a", "b")


def agreement(
    home: Path, articles: Sequence[GoldArticle], taxonomy: Taxonomy
) -> dict[str, dict[str, float | None]]:
    """How far the two passes agree, by field and half; nothing where they are not there."""
    result = {}
    for half in HALVES:
        both = []
        for gold in articles:
            files = [home / "passes" / p / f"{gold.article.id}.acts" for p in PASSES]
            if gold.half == half and all(f.is_file() for f in files):
                names = Names(gold)
                spans = [(s.start, s.end) for s in _parsed(gold.article)]
                both.append(
                    [
                        [(a, marked_as(a, spans, names)) for a in read_acts(f, gold.article.text, taxonomy)]
                        for f in files
                    ]
                )
        if both:
            result[half] = _fields(both, taxonomy)
    return result


def _parsed(article: Article) -> Sequence[Any]:
    from analysis.language import parse

    return parse(article).sentences


def _fields(both: Sequence[Any], taxonomy: Taxonomy) -> dict[str, float | None]:
    acts, stages, marked, actors, roles = [], [], [], Counts(), []
    cells: list[tuple[bool, bool]] = []
    units, proposers = Counts(), []
    for left, right in both:
        pairs = _overlapping(left, right)
        units += Counts(len(pairs), len(right), len(left))
        acts += [(x.act, y.act) for (_, x), (_, y) in pairs]
        same = [(p, q) for p, q in pairs if p[1].act == q[1].act]
        stages += [(str(x.stage), str(y.stage)) for (_, x), (_, y) in same]
        marked += [(p.marked, q.marked) for (p, _), (q, _) in same]
        for (p, x), (q, y) in pairs:
            actors += Counts(len(x.actors & y.actors), len(y.actors), len(x.actors))
            if x.proposer or y.proposer:
                proposers.append(x.proposer == y.proposer)
            areas, others = dict(p.themes), dict(q.themes)
            cells += [(area in areas, area in others) for area in taxonomy.areas]
            roles += [(areas[t], others[t]) for t in areas if t in others]
    return {
        "acts found by both, F1": units.f1,
        "act": kappa(acts),
        "stage": kappa(stages),
        "stage as written down": kappa(marked),
        "theme (each area, yes or no)": kappa(cells),
        "role of a theme": kappa(roles),
        "actors, F1": actors.f1,
        "proposer, share the same": ratio(sum(proposers), len(proposers)),
    }


def _overlapping(left: Sequence[Any], right: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Acts of the two passes whose cues share a character, or that are of one kind in one sentence; one to
    one.
    """
    pairs, taken = [], set()
    for closest in (True, False):
        for p in left:
            if any(p is q for q, _ in pairs):
                continue
            for n, q in enumerate(right):
                if n in taken:
                    continue
                cues = p[0].at[0] < q[0].at[1] and q[0].at[0] < p[0].at[1]
                if cues if closest else (p[1].sentence, p[1].act) == (q[1].sentence, q[1].act):
                    pairs.append((p, q))
                    taken.add(n)
                    break
    return pairs
