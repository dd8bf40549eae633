"""One article of the gold set: what an engine's record says, held against what a person marked.

A statement found is a statement marked where at least half of the words of each lie in the other (one to one,
the largest overlap first); it is right where the speaker is the same one, too. Names are compared without
case, article and curly marks, and the gold file lists the other names under which a body or a group may be
filed; a person has to be found under the fullest form. Groups also match by their members. A speaker whom
nobody can name is a bucket of its own.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.evaluation.goldset import GoldArticle, GoldStatement, plain_name
from analysis.evaluation.measures import Counts, distance, leaders, one_to_one, overlaps

NOBODY = "<nobody>"  # the bucket of implicit and unresolved speakers
VIEWS = ("speech", "all")  # affirmed speech, which makes the share; every class and polarity
FIELDS = ("kind", "class", "polarity")
HALF = 0.5  # of the words, both ways, as in the quote-speaker pairs of the field
_WORD = re.compile(r"\S+")


class Error(NamedTuple):
    """One thing that went wrong: missed, spurious, or a wrong speaker, kind, class or polarity."""

    article: str
    line: int  # of the .gold file; 0 for what was found and not marked
    what: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.article}:{self.line} {self.what}\n  expected  {self.expected}\n  got       {self.got}"


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article: how many statements are right in each view, how far its shares are off, and why."""

    id: str
    half: str
    n_words: int
    pair: Mapping[str, Counts]
    content: Mapping[str, Counts]
    distance: float | None  # total variation of the speakers' shares, None where nobody speaks
    top: bool | None  # does a speaker lead who leads in gold, None where nobody is named there
    words: Counts  # of affirmed speech: found, and marked
    confusion: Mapping[str, Counter]  # by field: (marked, found) of matched statements
    via: Counts
    persons: Mapping[str, Counts]  # role and side of the people that were found
    errors: tuple[Error, ...]


def score_article(gold: GoldArticle, record: Mapping[str, Any]) -> ArticleScore:
    """Score one article's record (its statements and speakers) against its annotation."""
    found = record["statements"]
    names = _Names(gold)
    marked_words = [_words(gold.article.text, s.spans) for s in gold.statements]
    found_words = [_words(gold.article.text, s["spans"]) for s in found]
    who = [names.of(s["speaker"], s["joint"]) for s in found]
    counting = [i for i, s in enumerate(gold.statements) if s.counts]
    counted_found = [i for i, s in enumerate(found) if s["class"] == "speech" and s["polarity"] == "affirmed"]
    views = {
        "speech": (counting, counted_found),
        "all": (list(range(len(gold.statements))), list(range(len(found)))),
    }

    def same(g: int, f: int) -> bool:
        return (gold.statements[g].speaker or NOBODY) == who[f]

    pair, content, matches = {}, {}, {}
    for view, (left, right) in views.items():
        matched = _match(marked_words, found_words, left, right, same)
        n_same = sum(same(g, f) for g, f in matched.items())
        pair[view] = Counts(n_same, len(right), len(left))
        content[view] = Counts(len(matched), len(right), len(left))
        matches[view] = matched
    text = gold.article.text
    shares = (
        _amounts(
            (gold.statements[i].speaker or NOBODY, _length(text, gold.statements[i].spans)) for i in counting
        ),
        _amounts((who[i], _length(text, found[i]["spans"])) for i in counted_found),
    )
    return ArticleScore(
        id=gold.article.id,
        half=gold.half,
        n_words=gold.article.n_words,
        pair=pair,
        content=content,
        distance=distance(*shares),
        top=_same_leader(*shares),
        words=Counts(predicted=sum(shares[1].values()), gold=sum(shares[0].values())),
        confusion={
            field: Counter(
                (_field(gold.statements[g], field), found[f][field]) for g, f in matches["all"].items()
            )
            for field in FIELDS
        },
        via=_via(gold, found, names, matches["all"]),
        persons=_persons(gold, record.get("speakers", ()), names),
        errors=tuple(_errors(gold, found, who, matches["all"], marked_words, found_words)),
    )


class _Names:
    """Under which gold speaker a name that an engine gives is filed; a name of its own if under none."""

    def __init__(self, gold: GoldArticle) -> None:
        self.known = {plain_name(n): s.name for s in gold.speakers for n in (s.name, *s.also)}
        self.groups = {frozenset(map(plain_name, s.members)): s.name for s in gold.speakers if s.members}

    def of(self, name: str | None, joint: Sequence[str] | None = None) -> str:
        if name is None:
            return NOBODY
        group = self.groups.get(frozenset(map(plain_name, joint))) if joint else None
        return self.known.get(plain_name(name)) or group or f"{name} (not in gold)"


def _words(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    """The words of a content, whitespace tokens, each named by the offset where it starts."""
    return {
        m.start()
        for m in _WORD.finditer(text)
        if any(m.start() < end and start < m.end() for start, end in spans)
    }


def _length(text: str, spans: Iterable[Sequence[int]]) -> int:
    return sum(len(text[a:b].split()) for a, b in spans)


def _match(
    marked: Sequence[set[int]],
    found: Sequence[set[int]],
    left: Sequence[int],
    right: Sequence[int],
    same: Callable[[int, int], bool],
) -> dict[int, int]:
    """Pair marked and found statements that cover half of one another; of equals, the same speaker's."""
    shared = overlaps([marked[i] for i in left], [found[i] for i in right])
    pairs = {
        (g, f): n + (HALF if same(left[g], right[f]) else 0)
        for (g, f), n in shared.items()
        if n >= HALF * len(marked[left[g]]) and n >= HALF * len(found[right[f]])
    }
    return {left[g]: right[f] for g, f in one_to_one(pairs).items()}


def _amounts(rows: Iterable[tuple[str, int]]) -> Counter:
    amounts: Counter = Counter()
    for name, words in rows:
        amounts[name] += words
    return amounts


def _same_leader(marked: Counter, found: Counter) -> bool | None:
    """Does the first of those named in gold lead in what was found, too? Nobody's bucket leads nothing."""
    first, other = ({n: a for n, a in c.items() if n != NOBODY} for c in (marked, found))
    return leaders(other) <= leaders(first) and bool(other) if first else None


def _field(statement: GoldStatement, field: str) -> str:
    return statement.cls if field == "class" else getattr(statement, field)


def _via(gold: GoldArticle, found: Sequence[Mapping], names: _Names, matched: Mapping[int, int]) -> Counts:
    right = sum(
        gold.statements[g].via is not None and names.of(found[f]["via"]) == gold.statements[g].via
        for g, f in matched.items()
    )
    return Counts(
        right, sum(s["via"] is not None for s in found), sum(s.via is not None for s in gold.statements)
    )


def _persons(gold: GoldArticle, speakers: Iterable[Mapping], names: _Names) -> dict[str, Counts]:
    """Role and side of the people whom both know, where gold has them or an engine gives them."""
    rows = {names.of(s["name"]): s for s in speakers}
    known = [(s, rows[s.name]) for s in gold.speakers if s.type == "person" and s.name in rows]
    result = {}
    for field in ("role", "side"):
        pairs = [(getattr(s, field), row[field]) for s, row in known]
        result[field] = Counts(
            right=sum(bool(a and b) and plain_name(a) == plain_name(b) for a, b in pairs),
            predicted=sum(b is not None for _, b in pairs),
            gold=sum(a is not None for a, _ in pairs),
        )
    return result


def _errors(
    gold: GoldArticle,
    found: Sequence[Mapping],
    who: Sequence[str],
    matched: Mapping[int, int],
    marked_words: Sequence[set[int]],
    found_words: Sequence[set[int]],
) -> list[Error]:
    def marked(g: int) -> str:
        s = gold.statements[g]
        return f"{s.speaker or NOBODY} | {s.kind} {s.cls} {s.polarity} | {gold.shown(s.spans)}"

    def got(f: int) -> str:
        s = found[f]
        return f"{who[f]} | {s['kind']} {s['class']} {s['polarity']} | {gold.shown(s['spans'])}"

    taken = set(matched.values())
    errors: list[tuple[int, Error]] = []
    for g, s in enumerate(gold.statements):
        f = matched.get(g)
        if f is None:
            near = [
                got(i) for i, words in enumerate(found_words) if i not in taken and words & marked_words[g]
            ]
            errors.append(
                (s.spans[0][0], Error(gold.article.id, s.line, "missed", marked(g), near[0] if near else "-"))
            )
            continue
        wrong = [] if (s.speaker or NOBODY) == who[f] else ["speaker"]
        wrong += [field for field in FIELDS if _field(s, field) != found[f][field]]
        if wrong:
            errors.append(
                (s.spans[0][0], Error(gold.article.id, s.line, ", ".join(wrong), marked(g), got(f)))
            )
    for f, s in enumerate(found):
        if f not in taken:
            errors.append((s["spans"][0][0], Error(gold.article.id, 0, "spurious", "-", got(f))))
    return [error for _, error in sorted(errors)]
