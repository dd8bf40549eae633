"""Names: the proper names of a text, each with its kind, found by capitals, order and word lists alone.

A run of capitalised tokens is cut at titles ("Seoul Mayor | Oh Se-hoon"), made an organisation by its head
word ("Harbour City Council", "Bank of ..."), a place by the gazetteer, and a person by what stands around it.
A capital at the start of a sentence proves nothing by itself.
"""

from functools import cache

from analysis.language.document import Name, Sentence, Token
from analysis.language.inflection import finite_forms
from analysis.lexicons import entries, words

LINKS = frozenset(["of", "for", "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "and", "the", "on", "&"])
PARTICLES = frozenset(["de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le"])
EVENT_HEADS = frozenset(["week", "day", "festival", "games", "cup", "summit", "forum", "expo", "fair", "conference", "olympics", "championship", "championships", "biennale", "marathon", "congress", "dialogue"])
CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split())


def find_names(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """Find the names of a text, in order and without overlap."""
    starts = {s.first for s in sentences} | {s.first + 1 for s in sentences if not _is_word(tokens[s.first])}
    inside = {t.text for i, t in enumerate(tokens) if t.text[0].isupper() and i not in starts}
    found: list[Name] = []
    for sentence in sentences:
        i = sentence.first
        while i < sentence.last:
            if not _capital(tokens, i) or (i in starts and not _name_at_start(tokens, i, sentence.last, inside)):
                i += 1
                continue
            last = _run(tokens, i, sentence.last)
            found += _cut(tokens, i, last)
            i = last
    return _settle(tokens, found)


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _capital(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    return token.text[0].isupper() and token.lower not in ("i", "i'm", "i've", "i'd", "i'll") and token.lower not in CALENDAR


def _name_at_start(tokens: tuple[Token, ...], i: int, last: int, inside: set[str]) -> bool:
    """May the capitalised token that opens a sentence be a name?"""
    token = tokens[i]
    if token.lower in words("stopwords") or token.text.endswith("ly"):
        return False
    after = tokens[i + 1] if i + 1 < last else None
    if token.text in inside or _gazetteer(token.text) or token.text in words("given_names"):
        return True
    if token.lower in _commons():
        return after is not None and after.text[0].isupper()
    if after is None:
        return False
    if after.text[0].isupper() and after.lower not in CALENDAR:
        return True
    return after.text == "'s" or (after.lower in finite_forms("cues") and not token.lower.endswith("s"))


@cache
def _commons() -> frozenset[str]:
    """Capitalised only because they open a sentence: titles, heads of organisations, nouns of groups."""
    groups = {e["noun"] for e in entries("groups")} | {e["member"] for e in entries("groups")}
    return frozenset(words("titles") | words("organisations") | groups)


def _run(tokens: tuple[Token, ...], i: int, last: int) -> int:
    """The end of the run of capitalised tokens from `i`, bridged by "of", "de", "'s" and the like."""
    end = i + 1
    while end < last:
        if _capital(tokens, end):
            end += 1
        elif tokens[end].text == "'s" and end + 1 < last and _capital(tokens, end + 1) and _headed(tokens, end + 1, last):
            end += 2
        elif tokens[end].lower in LINKS:
            over = end + 1
            while over < last and tokens[over].lower in LINKS:
                over += 1
            if over - end > 2 or over >= last or not _capital(tokens, over):
                break
            if tokens[end].lower in ("and", "&", "on", "the", "for", "of", "la", "le") and not _bridges(tokens, i, end, over, last):
                break
            end = over + 1
        else:
            break
    return end


def _headed(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """After "'s": does the run go on to a head word ("China's Foreign Ministry" no, "People's Bank" yes)?"""
    return tokens[i - 2].lower in ("people", "women", "children", "workers", "citizens", "nurses", "veterans", "world")


def _bridges(tokens: tuple[Token, ...], i: int, end: int, over: int, last: int) -> bool:
    """Does a small word between capitals belong to one name ("Ministry of Health and Welfare")?"""
    head = [t.lower for t in tokens[i:end]]
    heads = words("organisations")
    if tokens[end].lower in ("of", "for", "on", "the", "la", "le"):
        titled = any(h in words("titles") for h in head[-1:])
        return not titled and (head[-1] in heads or head[-1] in ("republic", "gulf", "sea", "bay", "isle", "university", "house", "people", "democratic", "kingdom", "emirates") or _phrase(tokens, i, over + 1) is not None)
    if any(h in heads for h in head):  # "Ministry of Culture and Tourism"
        return any(t.lower == "of" for t in tokens[i:end])
    after = [t.lower for t in tokens[over : over + 3] if t.text[0].isupper()]
    return bool(after and after[-1] in heads and _gazetteer(tokens[i].text) is None and after[0] not in heads and end - i == 1 and len(after) > 1)


@cache
def _places() -> dict[str, str]:
    return {e["name"]: e["kind"] for e in entries("places")}


@cache
def _known() -> dict[str, str]:
    """Names known beforehand, by text: places by the gazetteer, organisations by name and acronym."""
    known = dict.fromkeys(_places(), "place")
    for entry in entries("organisation_names"):
        known[entry["name"]] = "organisation"
        if entry["acronym"]:
            known[entry["acronym"]] = "organisation"
    return known


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(d.strip() for e in entries("places") for d in e["demonym"].split(";") if d.strip())


def _gazetteer(text: str) -> str | None:
    return _known().get(text)


def _phrase(tokens: tuple[Token, ...], first: int, last: int) -> str | None:
    return _gazetteer(" ".join(t.text for t in tokens[first:last]).replace(" 's", "'s"))


def _cut(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """Cut a run of capitals into names: known ones, organisations, titles and what is left."""
    if first >= last:
        return []
    while last > first and (tokens[last - 1].lower in LINKS - {"al"} or tokens[last - 1].text == "'s") and not tokens[last - 1].text[0].isupper():
        last -= 1
    for size in range(last - first, 1, -1):  # longest known name first
        for i in range(first, last - size + 1):
            kind = _phrase(tokens, i, i + size)
            if kind and not (kind == "place" and _org_end(tokens, i + size, last)):
                return [*_cut(tokens, first, i), _name(tokens, i, i + size, kind), *_cut(tokens, i + size, last)]
    title = _title(tokens, first, last)
    if title:
        left, right = title
        return [*_cut(tokens, first, left), *_cut_person(tokens, right, last)]
    end = _org_end(tokens, first, last)
    if end:
        return [_name(tokens, first, end, "organisation"), *_cut(tokens, end, last)]
    if tokens[last - 1].lower in EVENT_HEADS and last - first > 1:
        return [_name(tokens, first, last, "event")]
    if tokens[first].text in _demonyms():
        return [_name(tokens, first, first + 1, "demonym"), *_cut(tokens, first + 1, last)]
    if last - first > 1 and _gazetteer(tokens[first].text) == "place" and "-" not in tokens[first].text:
        rest = _cut(tokens, first + 1, last)
        if rest and rest[0].kind in ("organisation", "person"):
            return [_name(tokens, first, first + 1, "place"), *rest]
    kind = _phrase(tokens, first, last) or "other"
    if kind == "place" and last - first == 1 and first and tokens[first - 1].lower in words("titles") and tokens[first - 1].text[0].isupper():
        kind = "person"
    return [_name(tokens, first, last, kind)]


def _cut_person(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """What stands behind a title: a person, unless an organisation begins there ("Minister | of Health")."""
    if first >= last:
        return []
    if tokens[first].lower in LINKS and tokens[first].lower not in PARTICLES:
        return _cut(tokens, first + 1, last)
    title = _title(tokens, first, last)
    if title:
        return [*_cut_person(tokens, first, title[0]), *_cut_person(tokens, title[1], last)]
    stop = next((i for i in range(first, last) if tokens[i].lower in ("of", "and", "for", "the", "&")), last)
    return [_name(tokens, first, stop, "person"), *_cut(tokens, stop + 1, last)]


def _title(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int] | None:
    """The first title in the run, as a span of tokens; the longest one that starts there."""
    for i in range(first, last):
        for size in (4, 3, 2, 1):
            if i + size <= last and " ".join(t.lower for t in tokens[i : i + size]) in words("titles"):
                if _org_end(tokens, first, last) and _org_end(tokens, first, last) > i + size:
                    continue  # "President Council", "General Assembly"
                return i, i + size
    return None


def _org_end(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """The end of the organisation that a run opens with: behind its last head word and what "of" adds."""
    if first >= last:
        return None
    heads = words("organisations")
    at = [i for i in range(first, last) if tokens[i].lower in heads]
    if not at or (at[-1] == first and last - first == 1):
        return None
    end = at[-1] + 1
    if end < last and tokens[end].lower in ("of", "for"):
        return last
    return end if end - first > 1 else None


def _name(tokens: tuple[Token, ...], first: int, last: int, kind: str) -> Name:
    text = ""
    for i in range(first, last):
        gap = i > first and tokens[i].start > tokens[i - 1].end
        text += (" " if gap else "") + tokens[i].text
    return Name(tokens[first].start, tokens[last - 1].end, text, kind, first, last)


def _settle(tokens: tuple[Token, ...], found: list[Name]) -> tuple[Name, ...]:
    """Decide what is still open by the company a name keeps: a title, an age, a given name, its own full form."""
    persons = {n.text for n in found if n.kind == "person"}
    for name in found:
        if name.kind == "other" and _looks_like_person(tokens, name):
            persons.add(name.text)
    parts = {part for text in persons for part in (text.split()[0], text.split()[-1]) if len(text.split()) > 1}
    settled = []
    for name in found:
        if name.kind == "other" and (name.text in persons or name.text in parts):
            name = name._replace(kind="person")
        elif name.kind == "place" and name.text in parts and name.text not in _places_in(found):
            name = name._replace(kind="person")
        if name.last - name.first == 1 and name.kind == "other" and name.text.lower() in words("titles"):
            continue
        settled.append(name)
    return tuple(n for n in sorted(settled) if n.end > n.start)


def _places_in(found: list[Name]) -> set[str]:
    return {n.text for n in found if n.kind == "place"}


def _looks_like_person(tokens: tuple[Token, ...], name: Name) -> bool:
    words_of = [t.text for t in tokens[name.first : name.last]]
    if any(w.lower() in words("organisations") or w.isdigit() for w in words_of):
        return False
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last : name.last + 3]
    if before is not None and before.lower in words("titles"):
        return True
    if len(words_of) > 1 and (words_of[0] in words("given_names") or words_of[0].rstrip(".") in words("given_names")):
        return True
    if len(words_of) in (2, 3) and words_of[0] in words("family_names"):
        return True
    if len(words_of) == 1 or len(words_of) > 4:
        return False
    if len(after) > 2 and after[0].text == "," and after[1].text.isdigit() and after[2].text == ",":
        return True
    if len(after) > 1 and after[0].text == "," and (after[1].lower in words("titles") or (after[1].lower in ("the", "a", "an", "who") and len(after) > 2 and (after[2].lower in words("titles") or after[1].lower == "who"))):
        return True
    said = finite_forms("cues", "class", "speech")
    return bool((after and after[0].lower in said) or (before is not None and before.lower in said))
