"""The benchmark `gold --acts`: the acts and themes found in our own articles, held against what people marked.

Everything is counted by sentence, since the sentence is the evidence: a theme is right where the sentence has it
as object or aim of an act; an act is right where an act of the same kind and stage stands in the same sentence,
one to one; a proposer is right where a marked one is found for that act. The agreement of the two passes is
Cohen's kappa, field by field.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.article import Article
from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.cooperation.themes import COUNTED
from analysis.engine import analyse
from analysis.errors import CommuniqueError
from analysis.evaluation.actset import GoldAct, read_acts
from analysis.evaluation.goldfile import FOLDER, read_gold
from analysis.evaluation.goldset import HALVES, GoldArticle, plain_name
from analysis.evaluation.measures import DRAWS, Counts, Interval, f1, interval, kappa, ratio, resamples
from analysis.wording import counted

PASSES = ("a", "b")
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


@dataclass(frozen=True, slots=True)
class ActResult:
    """The figures of each half, the agreement of the passes, and the errors of the half that may be read."""

    engine: str
    halves: Mapping[str, Mapping[str, Counts]]
    intervals: Mapping[str, Mapping[str, Interval | None]]
    articles: tuple[ArticleActs, ...]
    agreement: Mapping[str, Mapping[str, float | None]]

    def errors(self, half: str = "tune") -> tuple[str, ...]:
        """Every error of a half in the order of the texts; whoever tunes leaves the kept half alone."""
        return tuple(e for one in self.articles if one.half == half for e in one.errors)

    def record(self) -> dict[str, Any]:
        """The figures as one JSON object; the same set and engine give the same bytes."""
        return {
            "benchmark": "gold acts",
            "engine": self.engine,
            "halves": {
                half: {
                    name: {
                        "right": c.right,
                        "found": c.predicted,
                        "marked": c.gold,
                        "precision": _round(c.precision),
                        "recall": _round(c.recall),
                        "f1": _round(c.f1),
                        "interval": [_round(v) for v in self.intervals[half][name] or ()] or None,
                    }
                    for name, c in counts.items()
                }
                for half, counts in self.halves.items()
            },
            "agreement": {
                half: {name: _round(v) for name, v in fields.items()}
                for half, fields in self.agreement.items()
            },
        }

    def __str__(self) -> str:
        lines = [f"Acts and themes of the gold set, by sentence; engine: {self.engine}.", ""]
        for half, counts in self.halves.items():
            n = sum(one.half == half for one in self.articles)
            lines.append(f"{half}: {counted(n, 'article')}{'':<10}P      R     F1   95 %         found / marked")
            for name, c in counts.items():
                pair = self.intervals[half][name]
                between = f"{pair[0]:.3f}-{pair[1]:.3f}" if pair else ""
                lines.append(
                    f"  {name:<18}{_cell(c.precision)}{_cell(c.recall)}{_cell(c.f1)}   {between:<13}"
                    f"{c.predicted} / {c.gold}"
                )
        for half, fields in self.agreement.items():
            lines += ["", f"two people, {half} half (kappa; where marked, F1 or share)"]
            lines += [f"  {name:<34}{_cell(value)}" for name, value in fields.items()]
        return "\n".join(lines)


def evaluate_acts(
    folder: str | Path | None = None,
    *,
    engine: Callable[[Article], Any] = analyse,
    name: str = "",
    draws: int = DRAWS,
) -> ActResult:
    """Run an engine on the articles whose acts are marked and score its record, half by half.

    Raises CommuniqueError where no article of the folder has its acts marked, or a file does not fit its text.
    """
    home = Path(folder) if folder is not None else FOLDER
    taxonomy = load()
    articles = [g for g in read_gold(home) if (home / f"{g.article.id}.acts").is_file()]
    if not articles:
        raise CommuniqueError(f"There is no article with its acts (*.acts) in {str(home)!r}.")
    scored = tuple(
        _score(gold, read_acts(home / f"{gold.article.id}.acts", gold.article.text, taxonomy), engine, taxonomy)
        for gold in articles
    )
    halves, intervals = {}, {}
    for half in HALVES:
        mine = [one for one in scored if one.half == half]
        if mine:
            drawn = resamples(len(mine), draws=draws) if draws else []
            halves[half] = {m: sum((one.counts[m] for one in mine), Counts()) for m in MEASURES}
            intervals[half] = {m: _interval([one.counts[m] for one in mine], drawn, m) for m in MEASURES}
    return ActResult(
        engine=name or getattr(engine, "__name__", type(engine).__name__),
        halves=halves,
        intervals=intervals,
        articles=scored,
        agreement=_agreement(home, articles, taxonomy),
    )


def _interval(rows: Sequence[Counts], drawn: Sequence[Sequence[int]], measure: str) -> Interval | None:
    columns = ([c.right for c in rows], [c.predicted for c in rows], [c.gold for c in rows])
    return interval(columns, f1, drawn) if drawn else None


def _score(
    gold: GoldArticle, marked: Sequence[GoldAct], engine: Callable[[Article], Any], taxonomy: Taxonomy
) -> ArticleActs:
    record = engine(gold.article).record()
    sentences = [(s["start"], s["end"]) for s in record["sentences"]]
    names = _Names(gold)
    people = [told for a in marked if (told := _marked(a, sentences, names)).act != "NONE"]
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


class _Names:
    """A name as it is compared: under the gold's own name for whoever it is; a group is its members."""

    def __init__(self, gold: GoldArticle) -> None:
        self.known = {plain_name(n): plain_name(s.name) for s in gold.speakers for n in (s.name, *s.also)}
        self.groups = {
            plain_name(s.name): frozenset(map(self.one, s.members)) for s in gold.speakers if s.members
        }

    def one(self, name: str) -> str:
        plain = plain_name(name)
        return self.known.get(plain, plain)

    def all(self, names: Sequence[str]) -> frozenset[str]:
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


def _marked(act: GoldAct, sentences: Sequence[tuple[int, int]], names: _Names) -> Told:
    return Told(
        _sentence(act.at[0], sentences),
        act.act,
        act.stage,
        act.areas,
        names.all(act.actors),
        names.all(act.proposer),
    )


def _found(act: Mapping[str, Any], sentences: Sequence[tuple[int, int]], names: _Names) -> Told:
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
        wrong += [f"  missed {_line(p)}" for p in people if p.sentence == n and not any(p is q for q, _ in pairs)]
        wrong += [f"  found {_line(f)}" for f in found if f.sentence == n and not any(f is q for _, q in pairs)]
        if wrong:
            lines.append(f"{gold.article.id}:{n} {gold.article.text[a:b]}\n" + "\n".join(wrong))
    return lines


def _shown(value: Any) -> str:
    return ", ".join(sorted(value)) or "-" if isinstance(value, frozenset) else str(value)


def _line(told: Told) -> str:
    return f"{told.act} {told.stage} | {_shown(told.areas)} | {_shown(told.actors)}"


def _agreement(
    home: Path, articles: Sequence[GoldArticle], taxonomy: Taxonomy
) -> dict[str, dict[str, float | None]]:
    """How far the two passes agree, by field and half; nothing where they are not there."""
    result = {}
    for half in HALVES:
        both = []
        for gold in articles:
            files = [home / "passes" / p / f"{gold.article.id}.acts" for p in PASSES]
            if gold.half == half and all(f.is_file() for f in files):
                names = _Names(gold)
                spans = [(s.start, s.end) for s in _parsed(gold.article)]
                both.append(
                    [
                        [(a, _marked(a, spans, names)) for a in read_acts(f, gold.article.text, taxonomy)]
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
    """Acts of the two passes whose cues share a character, or that are of one kind in one sentence; one to one."""
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


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _cell(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:7.3f}".replace(" 0.", "  .")
