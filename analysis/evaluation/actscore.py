"""One article's acts: what an engine's record says, held against what a person marked, sentence by
sentence.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.cooperation.themes import COUNTED
from analysis.evaluation.actset import GoldAct
from analysis.evaluation.goldset import GoldArticle, plain_name
from analysis.evaluation.measures import Counts

UMBRELLA = "partnership"
MEASURES = ("theme", "area", "act", "act and stage", "proposer", "actors")


@dataclass(frozen=True, slots=True)
class Told:
    """An act by the sentence that tells it, marked or found, in one form for both."""

    sentence: int
    act: str
    stage: str | None
    areas: frozenset[str]
    actors: frozenset[str]
    proposer: frozenset[str]


@dataclass(frozen=True, slots=True)
class ArticleActs:
    """One article: what was counted in it, and what went wrong."""

    id: str
    half: str
    counts: Mapping[str, Counts]
    errors: tuple[str, ...]


def score_acts(gold: GoldArticle, marked: Sequence[GoldAct], record: Mapping[str, Any]) -> ArticleActs:
    """Score one article's record against its acts; acts of kind NONE are left out on both sides."""
    sentences = [(s["start"], s["end"]) for s in record["sentences"]]
    names = Names(gold)
    people = [told for a in marked if (told := marked_as(a, sentences, names)).act != "NONE"]
    found = [_found(a, sentences, names) for a in record["acts"] if a["act"] != "NONE"]
    counts = {
        "theme": _themes(people, found, umbrella=True),
        "area": _themes(people, found, umbrella=False),
        "act": _acts(people, found, lambda t: (t.sentence, t.act)),
        "act and stage": _acts(people, found, lambda t: (t.sentence, t.act, t.stage)),
        "proposer": _proposers(people, found),
        "actors": _actors(people, found),
    }
    errors = tuple(_errors(gold, people, found, sentences))
    return ArticleActs(gold.article.id, gold.half, counts, errors)


class Names:
    """A name as it is compared: under the gold's own name for whoever it is; a group is its members."""

    def __init__(self, gold: GoldArticle) -> None:
        self.known = {plain_name(n): plain_name(s.name) for s in gold.speakers for n in (s.name, *s.also)}
        self.groups = {
            plain_name(s.name): frozenset(map(self.one, s.members)) for s in gold.speakers if s.members
        }

    def one(self, name: str) -> str:
        """The name under which somebody is filed."""
        plain = plain_name(name)
        return self.known.get(plain, plain)

    def all(self, names: Sequence[str]) -> frozenset[str]:
        """Everybody whom some names mean, groups and "A and B" taken apart."""
        found: set[str] = set()
        for name in names:
            one = self.one(name)
            if one in self.groups:
                found |= self.groups[one]
            elif " and " in one and one not in self.known:
                found |= {self.one(part.strip()) for half in one.split(" and ") for part in half.split(",")}
            else:
                found.add(one)
        return frozenset(found)


def _sentence(at: int, sentences: Sequence[tuple[int, int]]) -> int:
    return next((n for n, (a, b) in enumerate(sentences, 1) if a <= at < b), 0)


def marked_as(act: GoldAct, sentences: Sequence[tuple[int, int]], names: Names) -> Told:
    """A marked act by the sentence in which its cue stands."""
    return Told(
        _sentence(act.at[0], sentences),
        act.act,
        act.stage,
        act.areas,
        names.all(act.actors),
        names.all(act.proposer),
    )


def _found(act: Mapping[str, Any], sentences: Sequence[tuple[int, int]], names: Names) -> Told:
    return Told(
        _sentence(act["cue"][0], sentences),
        act["act"],
        act["stage"],
        frozenset(t["theme"] for t in act["themes"] if t["role"] in COUNTED),
        names.all(act["actors"]),
        names.all([act["proposer"]] if act["proposer"] else []),
    )


def _themes(people: Sequence[Told], found: Sequence[Told], *, umbrella: bool) -> Counts:
    def pairs(rows: Sequence[Told]) -> set[tuple[int, str]]:
        return {(t.sentence, area) for t in rows for area in t.areas if umbrella or area != UMBRELLA}

    return Counts(len(pairs(people) & pairs(found)), len(pairs(found)), len(pairs(people)))


def _acts(people: Sequence[Told], found: Sequence[Told], key: Callable[[Told], Any]) -> Counts:
    left, right = Counter(map(key, people)), Counter(map(key, found))
    return Counts((left & right).total(), len(found), len(people))


def _matched(people: Sequence[Told], found: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Marked and found acts of one kind in one sentence, in their order; of several, the same stage first."""
    pairs, taken = [], set()
    for same_stage in (True, False):
        for marked in people:
            if any(marked is p for p, _ in pairs):
                continue
            for n, other in enumerate(found):
                if n in taken or (marked.sentence, marked.act) != (other.sentence, other.act):
                    continue
                if same_stage and marked.stage != other.stage:
                    continue
                pairs.append((marked, other))
                taken.add(n)
                break
    return pairs


def _proposers(people: Sequence[Told], found: Sequence[Told]) -> Counts:
    """Of the acts that were found and whose proposer is marked: how many have one, how many the right one."""
    pairs = [(p, f) for p, f in _matched(people, found) if p.proposer]
    return Counts(
        right=sum(p.proposer == f.proposer for p, f in pairs),
        predicted=len(pairs),
        gold=len(pairs),
    )


def _actors(people: Sequence[Told], found: Sequence[Told]) -> Counts:
    """Single actors of the acts that were found."""
    pairs = _matched(people, found)
    return Counts(
        right=sum(len(p.actors & f.actors) for p, f in pairs),
        predicted=sum(len(f.actors) for _, f in pairs),
        gold=sum(len(p.actors) for p, _ in pairs),
    )


def _errors(
    gold: GoldArticle, people: Sequence[Told], found: Sequence[Told], sentences: Sequence[tuple[int, int]]
) -> list[str]:
    pairs = _matched(people, found)
    lines = []
    for n, (a, b) in enumerate(sentences, 1):
        wrong = []
        for p, f in ((p, f) for p, f in pairs if p.sentence == n):
            for name in ("stage", "areas", "actors", "proposer"):
                left, right = getattr(p, name), getattr(f, name)
                if left != right and (name != "proposer" or left):
                    wrong.append(f"  {p.act} {name}: marked {_shown(left)}, found {_shown(right)}")
        wrong += [
            f"  missed {_line(p)}" for p in people if p.sentence == n and not any(p is q for q, _ in pairs)
        ]
        wrong += [
            f"  found {_line(f)}" for f in found if f.sentence == n and not any(f is q for _, q in pairs)
        ]
        if wrong:
            lines.append(f"{gold.article.id}:{n} {gold.article.text[a:b]}\n" + "\n".join(wrong))
    return lines


def _shown(value: Any) -> str:
    return ", ".join(sorted(value)) or "-" if isinstance(value, frozenset) else str(value)


def _line(told: Told) -> str:
    return f"{told.act} {told.stage} | {_shown(told.areas)} | {_shown(told.actors)}"
