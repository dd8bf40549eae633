"""Offices: what the words beside a name say of its bearer - a title, and the place or body it is held for.

Three places are read: right before the name ("Seoul Mayor Oh"), in an apposition before it ("Iran's
ambassador to London, Reza Karimi") and in one behind it ("Rui Costa, the mayor of Porto,").
"""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from analysis.language.document import Document, Name, Token
from analysis.language.gazetteer import body_heads, place_of_demonym, small, titles
from analysis.language.titling import (
    STOPS,
    title_ahead,
    title_ending,
    title_starting,
    title_word,
)
from analysis.lexicons import closed, words

MODIFIERS = 4  # words between a place and an office: "Iran's newly appointed deputy | ambassador"
APPOSITION = 8  # tokens of a side that is no name: "head of the | twin-city office"
COUNTERPART = "counterpart"
DETERMINERS = closed("determiner")
PUBLIC = ("government", "security", "court")  # kinds of bodies that stand for their country


class Office(NamedTuple):
    """A title as the list of titles has it, how it is shown, and the side it is held for."""

    title: str
    shown: str
    side: str | None


class Offices:
    """The offices beside the names of one document."""

    def __init__(self, document: Document):
        self.document = document
        self.tokens = document.tokens

    @cached_property
    def _ending(self) -> dict[int, Name]:
        return {name.last: name for name in self.document.names}

    @cached_property
    def starting(self) -> dict[int, Name]:
        """The names by their first token."""
        return {name.first: name for name in self.document.names}

    def beside(self, name: Name) -> Iterator[Office]:
        """The offices beside a name: before it first, then behind it."""
        at = name.first
        while size := title_ending(self.tokens, at):
            at -= size
            office = self._office(at, at + size, self._side_before(at))
            yield office
            if _is_post(office) and not office.title.endswith("."):  # "Foreign Minister | Dr. | Venkataraman"
                break
        ahead = title_ahead(self.tokens, at)
        if ahead:
            yield self._office(*ahead, self._side_behind(ahead[1], at - 1) or self._side_before(ahead[0]))
        elif at > 2:
            yield from self._counterpart(at)
            if at == name.first:
                yield from self._with_of(at)
        yield from self._apposition(name)

    def _office(self, first: int, last: int, side: str | None) -> Office:
        title = " ".join([title_word(t) for t in self.tokens[first:last]])
        shown = [t.text if t.text.isupper() else title_word(t).capitalize() for t in self.tokens[first:last]]
        shown = [w if w.lower() not in ("of", "the", "to", "for", "and") else w.lower() for w in shown]
        before = first - 1
        if self.tokens[last - 1].lower in small("portfolio"):
            while before >= 0 and self._is_portfolio(
                self.tokens[before], before
            ):  # "Water Resources | Minister"
                shown.insert(0, self.tokens[before].text)
                before -= 1
            shown = [*self._department(before), *shown]
        for token in self.tokens[max(0, first - 1) : first]:
            if token.lower in small("lesser") - small("past"):  # "shadow | foreign secretary"
                title, shown = f"{token.lower} {title}", [token.text.capitalize(), *shown]
        past = self.tokens[first].lower.startswith("ex-") or any(
            t.lower in small("past") for t in self.tokens[max(0, first - 2) : first]
        )
        if past and not title.startswith("former "):
            title, shown = "former " + title, ["Former", *shown]
        return Office(title, " ".join(shown), side)

    def _department(self, last: int) -> list[str]:
        """The words of "the | foreign trade | secretary" that end at token `last`, behind a determiner."""
        found: list[str] = []
        for i in range(last, max(0, last - MODIFIERS), -1):
            word = self.tokens[i].lower
            if word in DETERMINERS or word in ("'s", "'"):
                return found
            is_name = i + 1 in self._ending or not word.isalpha() or word != self.tokens[i].text
            if is_name or word in words("stopwords") | small("modifier") | small("lesser"):
                break
            found.insert(0, word.capitalize())
        return []

    def _is_portfolio(self, token: Token, i: int) -> bool:
        """A capitalised word that is no name: it lengthens the title behind it."""
        if not token.text[0].isupper() or token.lower in words("stopwords") or i + 1 in self._ending:
            return False
        return token.lower not in small("modifier") and token.lower not in small("calendar")

    def _side_before(self, at: int) -> str | None:
        """The side before a title: "Seoul | Mayor", "Porto's first | mayor", "Kenyan | President"."""
        for i in range(at, max(0, at - MODIFIERS) - 1, -1):
            name = self._ending.get(i)
            if name:
                return None if name.kind == "person" else place_of(name)
            token = self.tokens[i - 1]
            if token.text in ("'s", "'"):
                if i - 1 not in self._ending and (body := self._body_ending(i - 1)):
                    return body
                continue
            if token.lower not in small("modifier") and (
                not token.text[0].isalpha() or token.lower in words("stopwords")
            ):
                return None
        return None

    def _body_ending(self, at: int) -> str | None:
        """The body before a possessive: "the Serbian federation's", or whom "the agency's" takes up."""
        head = self.tokens[at - 1].lower
        if head not in body_heads():
            return None
        before = self._ending.get(at - 1)
        if before and before.kind in ("demonym", "place"):
            return place_of(before) if _is_public(head) else f"{before.text} {head}"
        named = (n for n in reversed(self.document.names) if n.kind == "organisation" and n.last < at)
        return next((n.text for n in named if head in n.text.lower().split()), None)

    def _side_behind(self, at: int, last: int) -> str | None:
        """The side in "of Porto", "for trade", "to the United Nations" between token `at` and `last`."""
        if at >= last or self.tokens[at].lower not in small(
            "held for"
        ):  # an ambassador to Iran does not stand for Iran
            return None
        for i in range(at + 1, min(at + 3, last)):
            name = self.starting.get(i)
            if name and not (name.last < last and self.tokens[name.last].text in ("'s", "'")):
                head = self.tokens[name.last].lower if name.last < last else ""
                is_country = name.kind not in ("demonym", "place") or _is_public(head)
                return place_of(name) if is_country else f"{name.text} {head}"
        stop = next((i for i in range(at, min(at + APPOSITION, last)) if self.tokens[i].text in STOPS), None)
        stop = min(at + APPOSITION, last) if stop is None else stop
        if stop <= at + 1:
            return None
        at_body = next((n for i in range(at + 1, stop) if (n := self.starting.get(i))), None)
        if at_body:
            return place_of(at_body)  # "dean of engineering at | Naniwa"
        if self.tokens[stop - 1].lower not in body_heads():
            return None  # "captain of the fishing boat"
        return self.document.plain[self.tokens[at + 1].start : self.tokens[stop - 1].end].removeprefix("the ")

    def _with_of(self, at: int) -> Iterator[Office]:
        """ "the mayor of Porto Rui Costa", without a comma."""
        name = self._ending.get(at)
        of = name.first - 1 if name else -1
        if name and of > 0 and self.tokens[of].lower == "of" and (size := title_ending(self.tokens, of)):
            yield self._office(of - size, of, place_of(name))

    def _counterpart(self, at: int) -> Iterator[Office]:
        """ "her Polish counterpart Wojciech Zima", "her counterpart in Lodz, Mayor ...": by another's."""
        word = at - 2 if self.tokens[at - 1].text == "," else at - 1
        place = self._ending.get(word + 1)
        if place and self.tokens[place.first - 1].lower in ("in", "from", "of"):
            word = place.first - 2
        if self.tokens[word].lower == COUNTERPART:
            yield Office(COUNTERPART, COUNTERPART, place_of(place) if place else self._side_before(word))

    def _apposition(self, name: Name) -> Iterator[Office]:
        """Behind it: "Mara Oyelaran, head of the twin-city office" / "Rui Costa, Porto's first mayor,"."""
        tokens, at, last = self.tokens, name.last, len(self.tokens)
        if at + 2 >= last or tokens[at].text != ",":
            return
        at += 1
        if tokens[at].lower == "who" and tokens[at + 1].lower in ("is", "was"):
            at += 2
        if tokens[at].lower in ("the", "a", "an", "its", "his", "her", "their"):
            at += 1
        inner = self.starting.get(at)
        if inner:
            if inner.kind == "person":
                return
            at = inner.last
            if at < last and tokens[at].text in ("'s", "'"):
                at += 1
        for _ in range(MODIFIERS):
            if at >= last or (size := title_starting(tokens, at, last)):
                break
            plain_word = tokens[at].text[0].islower() and tokens[at].lower not in words("stopwords")
            if not (plain_word or tokens[at].lower in small("modifier")):
                return
            at += 1
        else:
            return
        end = at + size if at < last else last
        if at >= last or (end in self.starting and self.starting[end].kind == "person"):
            return  # "Ana Ruiz, President Pedro Soto and ..." is a list
        yield self._office(at, end, (place_of(inner) if inner else None) or self._side_behind(end, last))


def _is_public(head: str) -> bool:
    """Does a body with this head word stand for its country, or is it no body at all?"""
    return body_heads().get(head, PUBLIC[0]) in PUBLIC


def place_of(name: Name) -> str:
    """The side that a name stands for: a demonym's country, else the name itself."""
    return place_of_demonym().get(name.text, name.text)


def best(offices: list[Office]) -> tuple[str | None, str | None]:
    """The role and side to be shown: the first post that is held now, and its side or that of another."""
    posts = [o for o in offices if _is_post(o)]
    if not posts:
        return None, None
    chosen = min(posts, key=lambda o: (_is_past(o), o.title.endswith(".")))  # an office before "Lt. Col."
    sides = [o.side for o in posts if o.side and _is_past(o) == _is_past(chosen)]
    return chosen.shown, chosen.side or (sides[0] if sides else None)


def _is_past(office: Office) -> bool:
    return office.title.startswith("former ")


def roles(offices: list[Office]) -> tuple[str, ...]:
    """All offices in lower case, honorifics left out."""
    return tuple(dict.fromkeys(o.title for o in offices if _is_post(o)))


def gender(offices: list[Office]) -> str:
    """The gender that a title itself tells."""
    told = (titles().get(o.title.removeprefix("former "), {}).get("gender", "") for o in offices)
    return next((g for g in told if g), "")


def _is_post(office: Office) -> bool:
    return titles().get(office.title.removeprefix("former "), {}).get("kind") != "honorific"
