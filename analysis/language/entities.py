"""Entities: the names of an article put together into people, bodies and places, with role and side.

Names come before pronouns. A short name belongs to the full name that holds it (family names stand last or
first: "Mayor Han Seo-yun ... Han"; Spanish ones in the middle). Where two could be meant: the one of that
gender, then the one who bore the short name before, then the one named last.
"""

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from analysis.language.document import Document, Name
from analysis.language.epithets import crowned_names, learnt_titles
from analysis.language.gazetteer import (
    country_names,
    family_first,
    fold,
    full_of_acronym,
    gender_of_given,
    place_of_demonym,
    small,
    without_prefix,
)
from analysis.language.holders import with_sides
from analysis.language.offices import COUNTERPART, Office, Offices, best, gender, roles
from analysis.language.referents import Referent
from analysis.lexicons import words

MOST_NAMES = 65_536  # remembered at most


def entities(document: Document) -> dict[Name, Referent]:
    """Give every name of the article its referent; demonyms ("Kenyan") name nobody."""
    beside = Offices(document)
    offices_of = {n: list(beside.beside(n)) for n in document.names if n.kind in ("person", "other")}
    full_of = _clusters(document, offices_of)
    forms: dict[str, list[Name]] = defaultdict(list)
    for name, full in full_of.items():
        forms[full].append(name)
    offices = _shared_offices(full_of, offices_of)
    fullest = {n.text: full for n, full in full_of.items() if n.kind in ("organisation", "place")}
    made = {
        full: _referent(full, names, [_of_fullest(o, fullest) for o in offices.get(full, [])], document)
        for full, names in forms.items()
    }
    made = with_sides(document, made)
    return {name: made[full] for name, full in full_of.items()}


def _clusters(document: Document, offices_of: dict[Name, list[Office]]) -> dict[Name, str]:
    """The canonical form of each name: the fullest one that it is a part of."""
    long_forms = _long_forms(document.names)
    acronyms = _acronyms(document)
    countries = _countries(document.names)
    full_of: dict[Name, str] = {}
    last_seen: dict[str, int] = {}
    people = {n.text for n in document.names if n.kind == "person"}
    held: dict[str, str] = {}  # whom a short form stood for when it was used last
    genders = _genders(document.names, offices_of)
    learnt = learnt_titles(document)
    crowned = crowned_names(document)
    for order, name in enumerate(document.names):
        if name.kind == "demonym":
            continue
        full = acronyms.get(name.text) or name.text
        if name.kind == "place":
            full = countries.get(country_names().get(name.text, ""), full)
        elif name.kind in ("person", "other", "organisation"):
            told = gender(offices_of.get(name, []))
            candidates = [f for f in long_forms.get(_key(name.text), ()) if f != name.text]
            fitting = [f for f in candidates if not told or genders.get(f, "") in ("", told)]
            if told:
                fitting = [f for f in fitting if genders.get(f) == told] or fitting
            if fitting:
                full = _meant(name, fitting, last_seen, people, held)
                if full in people:
                    held[_key(name.text)] = full
            full = learnt.get(name.text, full)
            full = crowned.get(full, full)
        full_of[name] = full
        last_seen[full] = order
    return full_of


def _genders(names: tuple[Name, ...], offices_of: dict[Name, list[Office]]) -> dict[str, str]:
    """The gender of each full name, by the given names, else by the titles beside it ("his wife, ...")."""
    found: dict[str, str] = {}
    for name in names:
        if name.kind == "person" and " " in name.text and not found.get(name.text):
            found[name.text] = _gender_of(name.text) or gender(offices_of.get(name, []))
    return found


def _meant(
    name: Name, fitting: list[str], last_seen: dict[str, int], people: set[str], held: dict[str, str]
) -> str:
    """Whom a short name stands for: a person before a body, who bore it last, then who was named last."""
    if " " not in name.text:
        fitting = [f for f in fitting if f in people] or fitting
    seen = [f for f in fitting if f in last_seen]
    if not seen:
        return fitting[0]
    bearer = held.get(_key(name.text))
    return bearer if bearer in seen else max(seen, key=last_seen.__getitem__)


@lru_cache(MOST_NAMES)
def _key(text: str) -> str:
    """A short form as it is looked up: "Van den Berg" is "van den Berg", "Yildirim" is "Yıldırım"."""
    return fold(text).lower().replace("ı", "i")


def _long_forms(names: tuple[Name, ...]) -> dict[str, list[str]]:
    """For each short form the full names that it can stand for, the better fit first."""
    table: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in names:
        parts = name.text.split()
        if len(parts) < 2:
            continue
        if name.kind == "person":
            shorter = list(_short_persons(parts))
        elif name.kind == "organisation":
            shorter = [(0, " ".join(parts[i:])) for i in range(1, len(parts))]
        else:
            continue
        for rank, short in shorter:
            if (rank, name.text) not in table[_key(short)]:
                table[_key(short)].append((rank, name.text))
    return {short: [full for _, full in sorted(found, key=lambda f: f[0])] for short, found in table.items()}


def _short_persons(parts: list[str]):
    """The short forms of a person's name with their rank: the last names, the first, those between."""
    yield 0, parts[-1]
    if bare := without_prefix(parts[-1]):
        yield 1, bare
    yield (0 if parts[0] in family_first() else 1), parts[0]
    for i in range(1, len(parts) - 1):
        if parts[i].lower() not in small("particle"):
            yield 2, parts[i]
        yield 0, " ".join(parts[i:])
        yield 1, " ".join(parts[: i + 1])
    if len(parts) > 2:
        yield 0, f"{parts[0]} {parts[-1]}"
    if parts[0] in family_first():
        yield 1, " ".join(parts[1:])


def _acronyms(document: Document) -> dict[str, str]:
    """Acronyms the article explains itself, "the Port Authority of Lagos (PAL)", and those known by list."""
    found = {}
    names = document.names
    for full, short in pairwise(names):
        between = document.plain[full.end : short.start].strip()
        after = document.plain[short.end : short.end + 1]
        if between == "(" and after == ")" and short.text.isupper() and len(full.text.split()) > 1:
            found[short.text] = full.text
    present = {n.text for n in names}
    for name in names:
        for full in full_of_acronym().get(name.text, ()):
            if full in present:
                found.setdefault(name.text, full)
    return found


def _countries(names: tuple[Name, ...]) -> dict[str, str]:
    """The fullest name that the article has for each country: "United States" for "U.S." too."""
    fullest: dict[str, str] = {}
    for name in names:
        country = country_names().get(name.text) if name.kind == "place" else None
        if country and len(name.text) > len(fullest.get(country, "")):
            fullest[country] = name.text
    return fullest


def _shared_offices(
    full_of: dict[Name, str], offices_of: dict[Name, list[Office]]
) -> dict[str, list[Office]]:
    """The offices of each person from all places; a counterpart holds the office of the one named before."""
    shared: dict[str, list[Office]] = defaultdict(list)
    borrowed: dict[str, list[Office]] = defaultdict(list)
    last_post: Office | None = None
    for name, full in full_of.items():
        for office in offices_of.get(name, ()):
            if office.title == COUNTERPART:
                if last_post:
                    borrowed[full].append(last_post._replace(side=office.side))
            else:
                shared[full].append(office)
        last_post = next((o for o in shared.get(full, ()) if best([o])[0]), last_post)
    return {full: shared.get(full, []) + borrowed.get(full, []) for full in shared | borrowed}


def _of_fullest(office: Office, fullest: dict[str, str]) -> Office:
    """An office with its side under the fullest name: "Union president" of the "Postal Union"."""
    return office._replace(side=fullest.get(office.side, office.side)) if office.side else office


def _referent(full: str, names: list[Name], offices: list[Office], document: Document) -> Referent:
    aliases = tuple(dict.fromkeys(n.text for n in names if n.text != full))
    kind = next((n.kind for n in names if n.text == full), names[0].kind)
    if kind == "other" and full.isupper() and full.replace(".", "").isalpha() and len(full) > 1:
        kind = "other" if full.lower() in small("not a body") else "organisation"
    if kind != "person" and not offices:
        side = _side_of_body(full) or _side_beside(names, document) if kind == "organisation" else None
        return Referent(full, kind, aliases, side=side)
    role, side = best(offices)
    return Referent(
        full, "person", aliases, role, side, roles=roles(offices), gender=gender(offices) or _gender_of(full)
    )


def _gender_of(full: str) -> str:
    """The gender that the given names usually go with; family names that stand first are passed over."""
    parts = full.split()
    if len(parts) > 1 and parts[0] in family_first():
        parts = parts[1:]
    elif len(parts) == 1:
        return ""
    for part in parts:
        for given in (part, *part.split("-")):
            if told := gender_of_given().get(fold(given)):
                return told
    return ""


def _side_of_body(full: str) -> str | None:
    """The place in a body's name: "Harbour City Council" none, "Seoul Metropolitan Government" Seoul."""
    parts = full.replace("'s", "").split()
    for size in (3, 2, 1):
        for i in range(len(parts) - size + 1):
            text = " ".join(parts[i : i + size])
            if text in words("places"):
                return text
            if size == 1 and text in place_of_demonym():
                return place_of_demonym()[text]
    return None


def _side_beside(names: list[Name], document: Document) -> str | None:
    """The place whose body it is: "Ukraine's | Foreign Ministry"."""
    places = {n.last: n.text for n in document.names if n.kind in ("place", "demonym")}
    for name in names:
        if name.first > 1 and document.tokens[name.first - 1].text in ("'s", "'"):
            owner = places.get(name.first - 1)
            if owner:
                return place_of_demonym().get(owner, owner)
    return None
