"""Shifts: which words move one part of the coverage away from another, and where VADER and we part.

A word shift explains a difference of two means by its words (Gallagher and others 2021, "Generalized word
shift graphs"): a term adds what it contributes for every so many words here, less what it contributes there.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from analysis.errors import ParameterError
from analysis.measures import NARRATOR, UNNAMED, rows, side, speakers, spoken, theme_names

PER = 100  # words, so that texts of different length can be compared
REST = "the rest"


class Wording(NamedTuple):
    """A part of the coverage: its name, its words, and what each scored term adds to its tone in all."""

    name: str
    words: int
    terms: Counter[str]

    def __add__(self, other: "Wording") -> "Wording":
        terms = Counter(self.terms)
        for term, value in other.terms.items():  # Counter's own + drops what is negative
            terms[term] += value
        return Wording(self.name, self.words + other.words, terms)


class Shift(NamedTuple):
    """One term: what it adds to a hundred words here and there, and by how much it moves the two apart."""

    term: str
    here: float
    there: float

    @property
    def difference(self) -> float:
        """What it adds here beyond what it adds there."""
        return self.here - self.there


def wording(reading, of: str = "") -> Wording:
    """The wording of a speaker, of the narrator, of the sentences on a theme, or of the whole article ("").

    Raises ParameterError, with the names that there are, for any other name.
    """
    text = reading.article.text
    if not of:
        return _wording(reading.article.title or reading.article.id, reading, [(0, len(text))])
    said: dict[str, list[tuple[int, int]]] = {}
    for statement in spoken(reading):
        spans = [(start, end) for start, end in statement["spans"]]
        said.setdefault(statement["speaker"] or UNNAMED, []).extend(spans)
    if of in said:
        return _wording(of, reading, said[of])
    if of == NARRATOR:
        return _without(wording(reading), [_wording(name, reading, said[name]) for name in said], NARRATOR)
    names = {name: theme for theme, name in theme_names(reading).items()}
    theme = names.get(of, of)
    told = {a["sentence"] for a in rows(reading.acts) if any(t["theme"] == theme for t in a["themes"] or ())}
    if not told:
        known = ", ".join([*said, NARRATOR, *sorted(names)])
        raise ParameterError(f"Nobody and nothing here is called {of!r}; there is: {known}.")
    spans = [(s["start"], s["end"]) for s in rows(reading.sentences) if s["sentence"] in told]
    return _wording(of, reading, spans)


def shift(here: Wording, there: Wording, *, most: int = 12) -> tuple[Shift, ...]:
    """The terms that move one wording away from another, the strongest first.

    `here` and `there` may come from several readings, added up: two outlets, two years.
    """
    terms = sorted({*here.terms, *there.terms})
    lines = [
        Shift(
            term,
            PER * here.terms[term] / max(here.words, 1),
            PER * there.terms[term] / max(there.words, 1),
        )
        for term in terms
    ]
    moved = [line for line in lines if abs(line.difference) > 1e-9]
    return tuple(sorted(moved, key=lambda line: (-abs(line.difference), line.term))[:most])


def against_rest(reading, of: str = "") -> tuple[Wording, Wording]:
    """A speaker's wording (or a theme's) and that of the rest of the article; by default the longest
    speaker's, and without any speaker the narrator's against nothing.
    """
    first = next((s.name for s in speakers(reading) if s.folded == 1), NARRATOR)
    here = wording(reading, of or first)
    return here, _without(wording(reading), [here], REST)


class Apart(NamedTuple):
    """A sentence that VADER and we put on different sides, and what each read in it, the weightiest first."""

    sentence: int
    tone: float
    vader: float
    ours: tuple[tuple[str, float], ...]
    theirs: tuple[tuple[str, float], ...]
    text: str


def apart(reading) -> tuple[Apart, ...]:
    """The sentences on whose side VADER and we do not agree, the furthest apart first."""
    from analysis.sentiment.vader import valued

    text = reading.article.text
    found = [
        Apart(
            s["sentence"],
            s["tone"],
            s["tone_vader"],
            tuple(
                (_flat(text[h["start"] : h["end"]]), h["value"])
                for h in sorted(s["hits"] or (), key=lambda h: (-abs(h["value"]), h["start"]))
            ),
            valued(s["text"]),
            s["text"],
        )
        for s in rows(reading.sentences)
        if side(s["tone"]) != side(s["tone_vader"])
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.tone - one.vader), one.sentence)))


def _wording(name: str, reading, spans: Iterable[tuple[int, int]]) -> Wording:
    text, spans = reading.article.text, sorted(spans)
    terms: Counter[str] = Counter()
    for hit in (hit for s in rows(reading.sentences) for hit in s["hits"] or ()):
        if any(start <= hit["start"] and hit["end"] <= end for start, end in spans):
            terms[_flat(text[hit["start"] : hit["end"]]).lower()] += hit["value"]
    return Wording(name, sum(len(text[start:end].split()) for start, end in spans), terms)


def _without(whole: Wording, parts: Iterable[Wording], name: str) -> Wording:
    terms, words = Counter(whole.terms), whole.words
    for part in parts:
        words -= part.words
        for term, value in part.terms.items():
            terms[term] -= value
    return Wording(name, max(words, 0), Counter({t: v for t, v in terms.items() if abs(v) > 1e-9}))


def _flat(value: Any) -> str:
    return " ".join(str(value).split())
