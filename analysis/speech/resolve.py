"""Speakers of statements: from the words that name a source to the one they stand for.

A name, a title, a pronoun and a group lead to their referent; "a spokesman for the ministry" speaks for the
ministry; a city that speaks is its government, where the article names one. What cannot be resolved keeps its
own words, and is never given to whoever spoke last.
"""

from functools import cache
from typing import NamedTuple

from analysis.language.referents import Mention, Referent
from analysis.lexicons import closed, entries, words
from analysis.speech.phrases import POSSESSIVE, RELATIVE, STOPS
from analysis.speech.speaking import head_of
from analysis.speech.statement import Span
from analysis.speech.words import Words

MUNICIPAL = frozenset(e["word"] for e in entries("function_words") if e["kind"] == "city noun")
ORGANISED = ("government", "administration", "council", "hall", "municipality", "authority")


class Speaker(NamedTuple):
    """Who a source stands for: canonical name (None where nobody is named), type, members of a group."""

    name: str | None
    type: str
    joint: tuple[str, ...] | None = None


IMPLICIT = Speaker(None, "implicit")


def resolve(text: Words, source: Span | None) -> Speaker:
    """The speaker behind the words of a source (token indexes)."""
    if source is None:
        return IMPLICIT
    first, last = source
    together = _coordinated(text, first, last)
    if together:
        return together
    named = text.mention_at[last - 1]
    if (
        named
        and first < named[0]
        and named[2].referent.type in ("person", "other")
        and text.lower[named[0] - 1] == ","
    ):
        return _of_mention(text, named[2])  # "the mayor of Porto, Rui Costa"
    head = head_of(text, first, last)
    mention = text.mention_at[head]
    place = text.mention_at[last - 1]
    if (
        place
        and text.lower[head] in MUNICIPAL
        and text.lower[head + 1] == "of"
        and place[2].referent.type == "place"
    ):
        return _of_mention(text, place[2])  # "the city of Porto"
    unnamed = mention is not None and mention[2].kind == "title" and mention[2].referent.name[0].islower()
    if mention and mention[0] >= first and not (unnamed and _speaks_for(text.lower[head])):
        return _of_mention(text, mention[2])
    if text.lower[head] in _pronouns():
        plural = _pronouns()[text.lower[head]] == "plural"
        return Speaker(None, "group" if plural else "person")
    if _speaks_for(text.lower[head]):
        body = _body_in(text, head + 1, last) or _body_in(text, first, head)
        if body:
            return Speaker(body.name, "organisation")
        behind = next((i for i in range(head + 1, last) if text.lower[i] in ("for", "of", "from")), None)
        if behind and behind + 1 < last and _type_of(text, last - 1) == "organisation":
            return Speaker(_own_words(text, behind + 1, last), "organisation")
    return Speaker(_own_words(text, first, last), _type_of(text, head))


def _of_mention(text: Words, mention: Mention) -> Speaker:
    referent = mention.referent
    if referent.type == "place":
        return Speaker(_government_of(text, referent) or referent.name, "organisation")
    if referent.type == "group":
        return Speaker(referent.name, "group", referent.members or None)
    if referent.type == "other":
        return Speaker(referent.name, "organisation" if referent.name.isupper() else "person")
    return Speaker(referent.name, referent.type)


def _government_of(text: Words, place: Referent) -> str | None:
    """The one government of this place that the article names."""
    found = {
        r.name
        for r in text.referents.by_name.values()
        if r.type == "organisation" and r.side == place.name and r.name.lower().split()[-1] in ORGANISED
    }
    return found.pop() if len(found) == 1 else None


def _coordinated(text: Words, first: int, last: int) -> Speaker | None:
    """ "Oslo and Porto": the members speak as one."""
    members: list[Mention] = []
    i = first
    conjoined = hanging = False
    while i < last:
        mention = text.mention_at[i]
        if mention and mention[2].referent.type in ("person", "organisation", "place"):
            behind = text.lower[mention[1]] if mention[1] < last else ""
            follows = text.mention_at[mention[1]] if mention[1] < last else None
            if not (hanging or follows or behind in words("titles") or behind in POSSESSIVE):
                members.append(mention[2])
            i = mention[1]
            continue
        if text.lower[i] in RELATIVE or text.lower[i] in STOPS - {","}:
            break
        hanging = (hanging or text.lower[i] in closed("preposition")) and text.lower[i] != ","
        conjoined = conjoined or text.lower[i] in ("and", "&")
        i += 1
    names = tuple(dict.fromkeys(m.referent.name for m in members))
    if not conjoined or len(names) < 2:
        return None
    return Speaker(f"{', '.join(names[:-1])} and {names[-1]}", "group", names)


@cache
def _pronouns() -> dict[str, str]:
    return {e["word"]: e["number"] for e in entries("pronouns")}


def _speaks_for(word: str) -> bool:
    """Is it somebody whose office is to speak for a body?"""
    return word.startswith("spokes") or word in ("statement", "communiqué", "communique", "release")


def _body_in(text: Words, first: int, last: int) -> Referent | None:
    for i in range(first, last):
        mention = text.mention_at[i]
        if mention and mention[2].referent.type == "organisation":
            return mention[2].referent
    return None


def _own_words(text: Words, first: int, last: int) -> str:
    """The source in its own words, without an article before it."""
    start, end = text.span(first, last)
    own = " ".join(text.document.text[start:end].split())
    opened = text.tokens[first].text
    if opened.lower() in ("the", "a", "an") and last - first > 1:
        own = opened.lower() + own[len(opened) :]
    return own


def _type_of(text: Words, head: int) -> str:
    word = text.lower[head]
    opens = head == text.document.sentences[text.sentence(head) - 1].first
    if word in words("documents"):
        return "document"
    if word in words("organisations"):
        return "organisation"
    if text.tokens[head].text[0].isupper() and not (opens and word in words("groups")):
        return "person"
    plural = (
        word in words("groups")
        or word in closed("determiner")
        or (word.endswith("s") and not word.endswith("ss"))
    )
    return "group" if plural else "person"
