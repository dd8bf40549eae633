"""Entities: the names of an article put together into people, bodies and places, with role and side.

Names come before pronouns. A short name belongs to the full name that holds it as its last token, or as its
first (family names can stand first: "Mayor Han Seo-yun ... Han"). Where two could be meant, the one named
last before it is. An office ("Seoul Mayor", ", the mayor of Porto,") is read from beside the name.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from analysis.language.document import Document, Name
from analysis.language.referents import Referent
from analysis.lexicons import entries, words

TITLE_LENGTH = 4  # tokens of the longest title looked for


def entities(document: Document) -> dict[Name, Referent]:
    """Give every name of the article its referent."""
    full_of = _clusters(document)
    forms: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    offices: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for name, full in full_of.items():
        forms[full].append(name.text)
        if name.text == full or full not in kinds:
            kinds[full] = name.kind
        if name.kind in ("person", "other"):
            offices[full] += _offices(document, name)
    made = {full: _referent(full, kinds[full], forms[full], offices[full]) for full in forms}
    return {name: made[full] for name, full in full_of.items()}


def _clusters(document: Document) -> dict[Name, str]:
    """The canonical form of each name: the fullest one that it is a part of."""
    long_forms = _long_forms(document.names)
    acronyms = _acronyms(document)
    full_of: dict[Name, str] = {}
    last_seen: dict[str, int] = {}
    for order, name in enumerate(document.names):
        if name.kind == "demonym":
            continue
        full = acronyms.get(name.text) or name.text
        if name.kind in ("person", "other", "organisation"):
            candidates = [f for f in long_forms.get(name.text, ()) if f != name.text]
            if candidates:
                seen = [f for f in candidates if f in last_seen]
                full = max(seen, key=last_seen.__getitem__) if seen else candidates[0]
        full_of[name] = full
        last_seen[full] = order
    return full_of


def _long_forms(names: tuple[Name, ...]) -> dict[str, list[str]]:
    """For each short form the full names that it can stand for, the better fit first."""
    table: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name in names:
        parts = name.text.split()
        if len(parts) < 2:
            continue
        if name.kind == "person":
            shorter = [(0, parts[-1]), (1, parts[0])]
            if len(parts) > 2:
                shorter += [(0, " ".join(parts[-2:])), (0, f"{parts[0]} {parts[-1]}"), (2, parts[1])]
            if len(parts) > 1 and parts[0] in words("family_names"):
                shorter.append((1, " ".join(parts[1:])))
        elif name.kind == "organisation":
            shorter = [(0, " ".join(parts[i:])) for i in range(1, len(parts)) if len(parts) - i > 1]
        else:
            continue
        for rank, short in shorter:
            if (rank, name.text) not in table[short]:
                table[short].append((rank, name.text))
    return {short: [full for _, full in sorted(full, key=lambda f: f[0])] for short, full in table.items()}


def _acronyms(document: Document) -> dict[str, str]:
    """Acronyms the article explains itself, "the Port Authority of Lagos (PAL)", and those known by list."""
    found = {}
    names = document.names
    for full, short in zip(names, names[1:], strict=False):
        between = document.plain[full.end : short.start].strip()
        after = document.plain[short.end : short.end + 1]
        if between == "(" and after == ")" and short.text.isupper() and len(full.text.split()) > 1:
            found[short.text] = full.text
    present = {n.text for n in names}
    for entry in entries("organisation_names"):
        if entry["acronym"] in present and entry["name"] in present:
            found.setdefault(entry["acronym"], entry["name"])
    return found


def _offices(document: Document, name: Name) -> Iterator[tuple[str, str | None]]:
    """The offices that stand beside a name, each with the side it is held for."""
    tokens = document.tokens
    lowers = [t.lower for t in tokens[max(0, name.first - 8) : name.first]]
    base = name.first - len(lowers)
    size = _title_ending(lowers)
    if size:
        title = " ".join(lowers[len(lowers) - size :])
        yield title, _side_before(document, base + len(lowers) - size)
    elif "of" in lowers[-4:]:  # "mayor of Porto Rui Costa" / "head of the council, Rui Costa"
        of = len(lowers) - 1 - lowers[::-1].index("of")
        size = _title_ending(lowers[:of])
        if size:
            yield " ".join(lowers[of - size : of]), document.plain[tokens[base + of + 1].start : tokens[name.first - 1].end].strip(" ,")
    yield from _apposition(document, name)


def _title_ending(lowers: list[str]) -> int:
    """The length in tokens of the longest title with which these tokens end."""
    for size in range(min(TITLE_LENGTH, len(lowers)), 0, -1):
        if " ".join(lowers[-size:]) in words("titles"):
            return size
    return 0


def _side_before(document: Document, at: int) -> str | None:
    """The place or body right before a title: "Seoul | Mayor", "Porto's | mayor", "Korean | President"."""
    tokens = document.tokens
    if at and tokens[at - 1].text == "'s":
        at -= 1
    elif at and tokens[at - 1].lower in ("then", "former", "acting", "vice", "deputy"):
        at -= 1
    if not at:
        return None
    for name in document.names:
        if name.last == at:
            return _country_of(name.text) or name.text
    return None


def _apposition(document: Document, name: Name) -> Iterator[tuple[str, str | None]]:
    """"Mara Oyelaran, head of the twin-city office" / "Rui Costa, the mayor of Porto," / "..., Porto's mayor"."""
    tokens = document.tokens
    at = name.last
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return
    at += 1
    if tokens[at].lower == "who" and tokens[at + 1].lower in ("is", "was"):
        at += 2
    if tokens[at].lower in ("the", "a", "an", "its", "his", "her"):
        at += 1
    inner = [n for n in document.names if n.first == at]
    side = None
    if inner:
        side = _country_of(inner[0].text) or inner[0].text
        at = inner[0].last + (tokens[inner[0].last].text == "'s" if inner[0].last < len(tokens) else 0)
    while at < len(tokens) and tokens[at].lower in ("former", "then", "current", "new"):
        at += 1
    for size in range(TITLE_LENGTH, 0, -1):
        title = " ".join(t.lower for t in tokens[at : at + size])
        if title in words("titles"):
            break
    else:
        return
    end = at + size
    if side is None and end < len(tokens) and tokens[end].lower in ("of", "for", "at", "to"):
        behind = [n for n in document.names if n.first in (end + 1, end + 2)]
        if behind:
            side = _country_of(behind[0].text) or behind[0].text
        else:
            stop = next((i for i in range(end, min(end + 10, len(tokens))) if tokens[i].text in ",.;:-"), end)
            if stop > end + 1:
                side = document.plain[tokens[end + 1].start : tokens[stop - 1].end].removeprefix("the ")
    yield title, side


@cache
def _demonyms() -> dict[str, str]:
    return {d.strip(): e["name"] for e in entries("places") for d in e["demonym"].split(";") if d.strip()}


def _country_of(text: str) -> str | None:
    """The place that a demonym speaks of: "Kenyan" -> "Kenya"."""
    return _demonyms().get(text)


@cache
def _genders() -> dict[str, str]:
    return {e["name"]: e["gender"] for e in entries("given_names") if e["gender"] in ("f", "m")}


@cache
def _titles() -> dict[str, dict[str, str]]:
    return {e["title"]: dict(e) for e in entries("titles")}


def _referent(full: str, kind: str, forms: list[str], offices: list[tuple[str, str | None]]) -> Referent:
    aliases = tuple(dict.fromkeys(form for form in forms if form != full))
    if kind == "other":
        kind = "organisation" if full.isupper() and len(full) > 1 else "other"
    if kind != "person" and not offices:
        side = _side_of_body(full) if kind == "organisation" else None
        return Referent(full, kind, aliases, side=side)
    posts = [(t, s) for t, s in offices if _titles()[t]["kind"] != "honorific"]
    role, side = max(posts, key=lambda o: (o[1] is not None, -posts.index(o)), default=(None, None))
    gender = next((_titles()[t]["gender"] for t, _ in offices if _titles()[t]["gender"]), "")
    gender = gender or next((g for part in full.split() if (g := _genders().get(part))), "")
    roles = tuple(dict.fromkeys(t for t, _ in posts))
    return Referent(full, "person", aliases, _as_shown(role), side, roles=roles, gender=gender)


def _as_shown(role: str | None) -> str | None:
    """An office as it is shown: "foreign minister" -> "Foreign Minister"."""
    return " ".join(w if w in ("of", "the", "to", "for") else w.capitalize() for w in role.split()) if role else None


@cache
def _place_names() -> frozenset[str]:
    return words("places")


def _side_of_body(full: str) -> str | None:
    """The place in an organisation's name: "Harbour City Council" none, "Seoul Metropolitan Government" Seoul."""
    parts = full.replace("'s", "").split()
    for size in (3, 2, 1):
        for i in range(len(parts) - size + 1):
            text = " ".join(parts[i : i + size])
            if text in _place_names():
                return text
            if size == 1 and _country_of(text):
                return _country_of(text)
    return None
