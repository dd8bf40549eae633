"""Cutting: a run of capitalised tokens is cut into the names it holds, each with its kind.

Names known beforehand first, then titles ("Seoul Mayor | Oh Se-hoon"), then bodies by their head word
("Harbour City Council", "Bank of ..."), events, demonyms, places; what is left is "other" for now.
"""

from functools import cache

from analysis.language.document import Name, Token
from analysis.language.gazetteer import (
    body_heads,
    family_first,
    fold,
    given_names,
    is_people,
    known,
    known_phrases,
    place_of_demonym,
    small,
    titles,
)
from analysis.language.runs import known_at
from analysis.language.titling import title_ending, title_starting

LONGEST_BESIDE = 3  # tokens of a person's name right behind a body
PLACED = frozenset(["in", "at", "to", "from", "near"])  # what stands before a place
SENTENCE_ENDS = frozenset(".!?\"'")
SHORT_HEAD = 2  # letters of a head word that is one in capitals only


def cut(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """Cut the run `tokens[first:last]` into names, in order.

    >>> from analysis.language.tokens import tokenise
    >>> [(n.text, n.kind) for n in cut(tokenise("Porto Mayor Rui Costa", ((0, 21),)), 0, 4)]
    [('Porto', 'place'), ('Rui Costa', 'person')]
    """
    first, last = _trim(tokens, first, last)
    if first >= last:
        return []
    end = _body_end(tokens, first, last)
    known_part = _known_part(tokens, first, last, end or 0)
    if known_part:
        left, right, kind = known_part
        return [*cut(tokens, first, left), name_of(tokens, left, right, kind), *cut(tokens, right, last)]
    title = _title(tokens, first, last, end or 0)
    if title:
        return [*_before_title(tokens, first, *title), *_person(tokens, title[1], last)]
    if last - first > 1 and tokens[last - 1].lower in small("event head"):
        return [name_of(tokens, first, last, "event")]
    if end:
        return [name_of(tokens, first, end, "organisation"), *cut(tokens, end, last)]
    if is_people(tokens[first].text):
        return [name_of(tokens, first, first + 1, "demonym"), *cut(tokens, first + 1, last)]
    return _rest(tokens, first, last)


def name_of(tokens: tuple[Token, ...], first: int, last: int, kind: str) -> Name:
    """The name that a range of tokens makes; its text has single spaces where the article has any."""
    text = tokens[first].text
    for i in range(first + 1, last):
        text += (" " if tokens[i].start > tokens[i - 1].end else "") + tokens[i].text
    return Name(tokens[first].start, tokens[last - 1].end, text, kind, first, last)


def _trim(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """Leave off small words at the ends, and "Former" or "Acting" at the beginning."""

    def is_link(i: int) -> bool:
        token = tokens[i]
        return not token.text[0].isupper() and (token.lower in small("link") or token.text in ("'s", ","))

    while last > first and is_link(last - 1):
        last -= 1
    while first < last and (
        (is_link(first) and tokens[first].lower not in small("particle"))
        or (tokens[first].lower in small("modifier") and tokens[first].text not in known())
    ):
        if title_starting(tokens, first, last) or known_at(
            tokens, first, last
        ):  # "Former President", "New Delhi"
            break
        first += 1
    return first, last


def _known_part(tokens: tuple[Token, ...], first: int, last: int, body: int) -> tuple[int, int, str] | None:
    """The longest known name in the run, with the place before a body ("Russian Foreign Ministry").

    `body` is where the body ends that the run opens with, 0 where it opens with none.
    """
    best: tuple[int, int, str] | None = None
    openers = known_phrases()
    for i in range(first, last - 1):
        if tokens[i].text not in openers:
            continue
        found = known_at(tokens, i, last)
        if found and (best is None or found[0] - i > best[1] - best[0]):
            best = (i, *found)
    if best is None:
        return None
    left, right, kind = best
    if kind == "place":
        return None if body > right else best
    if left == first + 1 and _ends_in_head(tokens, right) and _is_place(tokens[first].text):
        left = first
    return left, right, kind


def _is_place(text: str) -> bool:
    return known().get(text) == "place" or text in place_of_demonym()


def _title(tokens: tuple[Token, ...], first: int, last: int, body: int) -> tuple[int, int] | None:
    """The first title in the run behind its body, as a span of tokens; the longest one that starts there."""
    for i in range(first, last):
        size = title_starting(tokens, i, last)
        if size and body <= i + size:  # not "General" in "General Assembly"
            return i, i + size
    return None


def _before_title(tokens: tuple[Token, ...], first: int, title: int, end: int) -> list[Name]:
    """What stands before a title; "Water Resources" before "Minister" belongs to the title."""
    found = cut(tokens, first, title)
    open_name = bool(found) and found[-1].kind == "other" and found[-1].last == title
    return found[:-1] if open_name and tokens[end - 1].lower in small("portfolio") else found


def _person(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """What stands behind a title: a person, unless an organisation begins there ("Minister | of Health")."""
    if first >= last:
        return []
    if tokens[first].lower in small("link") and tokens[first].lower not in small("particle"):
        return cut(tokens, first + 1, last)
    title = _title(tokens, first, last, _body_end(tokens, first, last) or 0)
    if title:
        return [*_person(tokens, first, title[0]), *_person(tokens, title[1], last)]
    stop = next((i for i in range(first, last) if tokens[i].lower in ("of", "and", "for", "the", "&")), last)
    return [name_of(tokens, first, stop, "person"), *cut(tokens, stop + 1, last)]


def _ends_in_head(tokens: tuple[Token, ...], end: int) -> bool:
    """Is the token before `end` (or the two before it) a head word of bodies?"""
    head = tokens[end - 1].lower
    if head not in _last_of_heads():
        return False
    if len(head) <= SHORT_HEAD and not tokens[end - 1].text.isupper():
        return False  # "Bayer AG", but "Musa Ag Ali"
    heads = body_heads()
    return head in heads or (end > 1 and f"{tokens[end - 2].lower} {head}" in heads)


@cache
def _last_of_heads() -> frozenset[str]:
    return frozenset(head.rpartition(" ")[2] for head in body_heads())


def _body_end(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """The end of the body that a run opens with: behind its last head word and what "of" adds."""
    at = [i for i in range(first, last) if _ends_in_head(tokens, i + 1)]
    if not at:
        return None
    end = at[-1] + 1
    if end < last and tokens[end].lower in ("of", "for"):
        return last
    person = next((k for k in range(end, last - 1) if fold(tokens[k].text) in given_names()), None)
    if person and person >= last - LONGEST_BESIDE:  # "House Science Committee | Ana Ruiz"
        return person
    if at[-1] == first:  # the head stands first: "Daily Ledger", "Bank Austria"; alone: "Parliament"
        return end if any(title_starting(tokens, i, last) for i in range(first + 1, last)) else last
    return end


def _rest(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """A run without title, body or event: a place, a person behind a place, or something to be settled."""
    head = tokens[first]
    if last - first == 1:
        behind_title = first and tokens[first - 1].text[0].isupper() and tokens[first - 1].lower in titles()
        return [name_of(tokens, first, last, "person" if behind_title else known().get(head.text, "other"))]
    if tokens[last - 1].lower in small("place head"):
        return [name_of(tokens, first, last, "place")]
    if first > 1 and tokens[first - 1].lower in ("of", "for") and title_ending(tokens, first - 1):
        for k in range(first + 1, last - 1):  # "Minister of Foreign Affairs | Wang Wei"
            if tokens[k].text in family_first() or fold(tokens[k].text) in given_names():
                return [name_of(tokens, k, last, "person")]
    if known().get(head.text) == "place" and not _is_named_after(tokens, first, last):
        found = _behind_place(tokens, first, last)
        if found:
            return found
    if last - first > 2 and _is_common_opener(tokens, first):
        first += 1
    return [name_of(tokens, first, last, "other")]


def _behind_place(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """A place and what stands behind it: a body, or a person; nothing where the two are one name."""
    place = name_of(tokens, first, first + 1, "place")
    if first > 1 and tokens[first - 1].lower in PLACED and title_ending(tokens, first - 1):
        return [place, name_of(tokens, first + 1, last, "person")]  # "consul in Shanghai | Arkady Belov"
    rest = cut(tokens, first + 1, last)
    given = fold(tokens[first + 1].text) in given_names()
    return [place, *rest] if rest and (given or rest[0].kind in ("organisation", "person")) else []


def _is_named_after(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Is a place here somebody's given name: "Milan Kovac", not "Milan Mayor" or "in Milan Kovac"?"""
    before = tokens[first - 1].lower if first else ""
    return last - first == 2 and fold(tokens[first].text) in given_names() and before not in PLACED


def _is_common_opener(tokens: tuple[Token, ...], first: int) -> bool:
    """Does a sentence open with a noun before a given name: "Builder | Craig Sumpter"?"""
    opens = not first or tokens[first - 1].text in SENTENCE_ENDS
    head, given = fold(tokens[first].text), fold(tokens[first + 1].text)
    return opens and given in given_names() and head not in given_names() and head not in family_first()
