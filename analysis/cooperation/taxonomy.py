"""The taxonomy: areas of cooperation, acts and stages, read from one data file and checked before use.

The shipped file is `lexicons/cooperation.toml`, whose header explains how terms are written. A user's own
file has the same three parts (`[areas.ID]`, `[acts.ID]`, `[stages.ID]`); it may leave out the acts and the
stages, whose meaning the rules know, and then has the shipped ones.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from analysis.errors import CommuniqueError
from analysis.paths import LEXICONS, find

SHIPPED = LEXICONS / "cooperation.toml"
VARIABLE = "COMMUNIQUE_TAXONOMY"
SIDES = ("cooperation", "conflict", "none")
WORD_LISTS = ("terms", "not", "coordinated", "obstacles", "names", "fallback")
FIELD = {key: "exclusions" if key == "not" else key for key in WORD_LISTS}
MAPPINGS = {"gaok": str, "clair": str, "cap": list, "plover": list, "sdg": list}  # to other schemes
AREA_KEYS = {"name", "definition", "umbrella", *WORD_LISTS, *MAPPINGS}
ACT_KEYS = {
    "definition",
    "side",
    "voiced",
    "stage",
    "cameo",
    "plover",
    "score",
    "score_plover",
    "score_source",
}
TERM = re.compile(r"[^\s*]+\*?(?: [^\s*]+\*?)*")
SHORTEST_STEM = 3  # letters before a `*`: a shorter stem would match a large part of the dictionary


class TaxonomyError(CommuniqueError):
    """A taxonomy file that cannot be used; the sentence names the entry and its line."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area of cooperation: its meaning, the words that tell it, and its place in other schemes."""

    id: str
    name: str
    definition: str
    umbrella: bool
    terms: tuple[str, ...]
    exclusions: tuple[str, ...] = ()
    coordinated: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    mappings: tuple[tuple[str, Any], ...] = ()  # gaok, clair, cap, plover, sdg


@dataclass(frozen=True, slots=True)
class ActKind:
    """One kind of act: its meaning, its side, its codes in CAMEO and PLOVER, its score and the source."""

    id: str
    definition: str
    side: str
    voiced: bool
    stage: str  # the stage of an affirmed act; "tense" where the verb decides, "" where there is none
    cameo: tuple[str, ...]
    plover: tuple[str, ...]
    score: float
    score_source: str
    score_plover: float | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: how far a thing has come."""

    id: str
    definition: str


@dataclass(
    frozen=True, eq=False
)  # one object a file (see `load`), so that what is compiled can be kept by it
class Taxonomy:
    """All areas, acts and stages of one file, by their ids, in the file's order."""

    name: str
    areas: Mapping[str, Area]
    acts: Mapping[str, ActKind]
    stages: Mapping[str, Stage]
    path: str = ""

    def __repr__(self) -> str:
        return f"Taxonomy({self.name!r}: {len(self.areas)} areas, {len(self.acts)} acts)"


def load(path: str | Path | None = None) -> Taxonomy:
    """Read a taxonomy, the shipped one or the user's own, and check every entry.

    Where no path is given, the environment variable COMMUNIQUE_TAXONOMY may name one. A file that says
    `extends = true` adds to the shipped taxonomy: its areas are new ones, or have further words for known
    ones.

    >>> load().acts["PROPOSE"].side, load().areas["partnership"].umbrella
    ('cooperation', True)
    """
    path = path if path is not None else os.environ.get(VARIABLE) or None
    return _load(SHIPPED if path is None else find(path).resolve())


@cache
def _load(path: Path) -> Taxonomy:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise TaxonomyError(f"{path.name}: the taxonomy cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise TaxonomyError(f"{path.name}: the taxonomy is not UTF-8 text (byte {error.start})") from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TaxonomyError(f"{path.name}: the taxonomy is not TOML: {error}") from error
    check = _Check(path.name, text)
    extends = data.pop("extends", False)
    if not isinstance(extends, bool):
        raise TaxonomyError(f"{path.name}: line {check.line('extends')}, 'extends' is true or false")
    unknown = sorted(set(data) - {"about", "areas", "acts", "stages"})
    if unknown:
        raise TaxonomyError(
            f"{path.name}: no part is called {unknown[0]!r}; the parts are about, areas, acts and stages"
        )
    shipped = _load(SHIPPED).areas if extends else {}
    areas = dict(shipped) | {
        id_: check.area(id_, entry, shipped.get(id_)) for id_, entry in check.part(data, "areas").items()
    }
    if not areas:
        raise TaxonomyError(f"{path.name}: the taxonomy has no area: write at least one [areas.ID]")
    umbrellas = [a.id for a in areas.values() if a.umbrella]
    if len(umbrellas) > 1:
        raise TaxonomyError(f"{path.name}: only one area can be the umbrella, not {' and '.join(umbrellas)}")
    own = path == SHIPPED
    stages = {id_: check.stage(id_, entry) for id_, entry in check.part(data, "stages").items()} or _load(
        SHIPPED
    ).stages
    acts = {id_: check.act(id_, entry, stages) for id_, entry in check.part(data, "acts").items()} or _load(
        SHIPPED
    ).acts
    if not own:
        _complete(path.name, "act", acts, _load(SHIPPED).acts)
        _complete(path.name, "stage", stages, _load(SHIPPED).stages)
    title = (
        data.get("about", {}).get("name", path.stem) if isinstance(data.get("about", {}), dict) else path.stem
    )
    return Taxonomy(str(title), areas, acts, stages, path.name)


def _complete(file: str, kind: str, given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """The rules decide for these acts and stages, so a file that lists them must list all and no others."""
    for id_ in given:
        if id_ not in known:
            raise TaxonomyError(
                f"{file}: no rule decides for the {kind} {id_!r}; the {kind}s are {', '.join(known)}"
            )
    for id_ in known:
        if id_ not in given:
            raise TaxonomyError(
                f"{file}: the {kind} {id_!r} is missing; list every {kind}, or none to have the shipped ones"
            )


class _Check:
    """Makes the entries of one file, or says which one is wrong and in which line it stands."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.splitlines()

    def part(self, data: Mapping[str, Any], part: str) -> Mapping[str, Any]:
        entries = data.get(part, {})
        if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
            raise TaxonomyError(f"{self.file}: every entry of {part} opens with a line [{part}.ID]")
        return entries

    def fail(self, part: str, id_: str, what: str) -> TaxonomyError:
        heads = {f"[{part}.{id_}]", f'[{part}."{id_}"]', f"[{part}.'{id_}']"}
        line = next((n for n, text in enumerate(self.lines, 1) if text.split("#")[0].strip() in heads), None)
        if line is not None:
            line = self._within(line, what)
        where = f"line {line}, " if line else ""
        return TaxonomyError(f"{self.file}: {where}{part.removesuffix('s')} {id_!r}: {what}")

    def _within(self, head: int, what: str) -> int:
        """The line of the entry under its head: that of the key of which is spoken, else of the head
        itself.
        """
        key = what.split("'")[1] if what.startswith("'") else what.rpartition("called '")[2].split("'")[0]
        for number, text in enumerate(self.lines[head:], head + 1):
            if text.startswith("["):
                break
            if key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", text):
                return number
        return head

    def line(self, key: str) -> int:
        """The first line that gives a key."""
        return next((n for n, text in enumerate(self.lines, 1) if text.startswith(key)), 1)

    def keys(
        self, part: str, id_: str, entry: Mapping[str, Any], known: set[str], needed: tuple[str, ...]
    ) -> None:
        unknown = sorted(set(entry) - known)
        if unknown:
            raise self.fail(
                part, id_, f"no key is called {unknown[0]!r}; the keys are {', '.join(sorted(known))}"
            )
        for key in needed:
            if key not in entry or entry[key] in ("", []):
                raise self.fail(part, id_, f"{key!r} is missing")

    def text(self, part: str, id_: str, entry: Mapping[str, Any], key: str, default: str = "") -> str:
        value = entry.get(key, default)
        if not isinstance(value, str):
            raise self.fail(part, id_, f"{key!r} must be a text, not {value!r}")
        return value

    def terms(self, id_: str, entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
        values = entry.get(key, [])
        if not isinstance(values, list):
            raise self.fail("areas", id_, f"{key!r} must be a list of texts, not {values!r}")
        for value in values:
            if not isinstance(value, str) or not TERM.fullmatch(value):
                raise self.fail(
                    "areas",
                    id_,
                    f"{key!r} has {value!r}; a term is words with single blanks, `*` only at a word's end",
                )
            if any(w.endswith("*") and len(w) <= SHORTEST_STEM for w in value.split() if " " not in value):
                raise self.fail(
                    "areas",
                    id_,
                    f"{key!r} has {value!r}; at least {SHORTEST_STEM} letters must stand before the `*`",
                )
            if value != value.lower():
                raise self.fail("areas", id_, f"{key!r} has {value!r}; terms are written in lower case")
        return tuple(dict.fromkeys(values))

    def area(self, id_: str, entry: Mapping[str, Any], known: Area | None = None) -> Area:
        """Make an area; one that is `known` keeps what it has and is given further words."""
        self.keys("areas", id_, entry, AREA_KEYS, () if known else ("definition", "terms"))
        if id_ != id_.lower():
            raise self.fail("areas", id_, "the id of an area is written in lower case")
        umbrella = entry.get("umbrella", False)
        if not isinstance(umbrella, bool):
            raise self.fail("areas", id_, f"'umbrella' is true or false, not {umbrella!r}")
        lists = {key: self.terms(id_, entry, key) for key in WORD_LISTS}
        both = sorted(set(lists["terms"]) & set(lists["not"]))
        if both:
            raise self.fail("areas", id_, f"{both[0]!r} is both a term and an exclusion")
        if lists["fallback"] and not umbrella:
            raise self.fail("areas", id_, "only the umbrella can have 'fallback' words")
        given = {key: entry[key] for key in MAPPINGS if key in entry}
        for key, value in given.items():
            if not isinstance(value, MAPPINGS[key]) or (
                isinstance(value, list) and any(isinstance(v, bool | dict | list) for v in value)
            ):
                kind = "a list" if MAPPINGS[key] is list else "a text"
                raise self.fail("areas", id_, f"{key!r} must be {kind}, not {value!r}")
        mappings = tuple((key, tuple(v) if isinstance(v, list) else v) for key, v in given.items())
        if known:
            more = {
                key: tuple(dict.fromkeys((*getattr(known, FIELD[key]), *lists[key]))) for key in WORD_LISTS
            }
            return replace(
                known,
                name=self.text("areas", id_, entry, "name", known.name),
                definition=self.text("areas", id_, entry, "definition", known.definition),
                mappings=tuple({**dict(known.mappings), **dict(mappings)}.items()),
                **{FIELD[key]: words for key, words in more.items()},
            )
        return Area(
            id_,
            self.text("areas", id_, entry, "name", id_),
            self.text("areas", id_, entry, "definition"),
            umbrella,
            **{FIELD[key]: lists[key] for key in WORD_LISTS},
            mappings=mappings,
        )

    def act(self, id_: str, entry: Mapping[str, Any], stages: Mapping[str, Stage]) -> ActKind:
        self.keys("acts", id_, entry, ACT_KEYS, ("definition", "side", "score", "score_source"))
        if entry["side"] not in SIDES:
            raise self.fail(
                "acts", id_, f"'side' is {', '.join(SIDES[:-1])} or {SIDES[-1]}, not {entry['side']!r}"
            )
        for key in ("score", "score_plover"):
            if isinstance(entry.get(key, 0.0), bool) or not isinstance(entry.get(key, 0.0), int | float):
                raise self.fail("acts", id_, f"{key!r} must be a number, not {entry[key]!r}")
        stage = self.text("acts", id_, entry, "stage", "tense")
        if stage not in ("", "tense", *stages):
            raise self.fail(
                "acts", id_, f'\'stage\' is one of {", ".join(stages)}, "tense" or "", not {stage!r}'
            )
        given = entry.get("score_plover")
        return ActKind(
            id_,
            self.text("acts", id_, entry, "definition"),
            entry["side"],
            bool(entry.get("voiced", False)),
            stage,
            tuple(entry.get("cameo", ())),
            tuple(entry.get("plover", ())),
            float(entry["score"]),
            self.text("acts", id_, entry, "score_source"),
            None if given is None else float(given),
        )

    def stage(self, id_: str, entry: Mapping[str, Any]) -> Stage:
        self.keys("stages", id_, entry, {"definition"}, ("definition",))
        return Stage(id_, self.text("stages", id_, entry, "definition"))
