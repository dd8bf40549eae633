"""Speakers of statements: from the words that name a source to the one they stand for.

A name, a title, a pronoun and a group lead to their referent; "a spokesman for the ministry" speaks for the
ministry; a city that speaks is its government, where the article names one. What cannot be resolved keeps its
own words, and is never given to whoever spoke last.
"""

from functools import cache
from typing import NamedTuple

from analysis.language.gazetteer import small
from analysis.language.referents import Mention, Referent
from analysis.lexicons import closed, entries, words
from analysis.speech.appositions import name_behind
from analysis.speech.mouthpieces import body_before, body_by_head, body_in, is_mouthpiece
from analysis.speech.small_words import (
    ARTICLES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
)
from analysis.speech.source_core import core
from analysis.speech.speaking import SPEAKS_ALONE, head_of, speaker_nouns
from analysis.speech.statement import Span
from analysis.speech.words import Named, Words

MUNICIPAL = small("city noun")
GOVERNMENTS = closed("government")
BEHIND_MEMBER = PREPOSITIONS | {"and", "&", "or", ",", "("}  # not "Porto mayor", "Porto's mayor"
TITLES = words("titles")
NOT_BEFORE_NAME = (PREPOSITIONS - {"for", "of"}) | RELATIVES | {"and", "or"}
OPENERS = SPEAKS_ALONE | DETERMINERS | {"those"}  # what has a capital at most where it opens a sentence
BEHIND_LIST = (STOPS - {","}) | RELATIVES
ALONE = 2  # tokens of "a spokesman", for whom no body stands
FOR_BODY = frozenset(["for", "of", "from"])  # "a spokesman for the ministry"


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
    first, last = core(text, source)
    together = _coordinated(text, first, last)
    if together:
        return together
    head = head_of(text, first, last)
    word = text.lower[head]
    mention = _apposition(text, first, last) or _city(text, head, last) or _of_head(text, head, first)
    if mention:
        return _of_mention(text, mention)
    if word in _pronouns():
        return Speaker(None, "group" if _pronouns()[word] == "plural" else "person")
    bearer = _bearer(text, first, last)
    if bearer:
        return _of_mention(text, bearer)
    return _body(text, first, head, last) or Speaker(_own_words(text, first, last), _type_of(text, head))


def _coordinated(text: Words, first: int, last: int) -> Speaker | None:
    """ "Oslo and Porto": the members speak as one."""
    members: list[Mention] = []
    i = first
    conjoined = hanging = False
    while i < last:
        named = text.mention_at[i]
        word = text.lower[i]
        if named and named.type in ("person", "organisation", "place"):
            if not hanging and _is_member(text, named, last):
                members.append(named.mention)
            i = named.last
            continue
        if word in BEHIND_LIST:
            break
        hanging = (hanging or word in PREPOSITIONS) and word != ","
        conjoined = conjoined or word in ("and", "&")
        i += 1
    names = tuple(dict.fromkeys(m.referent.name for m in members))
    if not conjoined or len(names) < 2:
        return None
    return Speaker(f"{', '.join(names[:-1])} and {names[-1]}", "group", names)


def _is_member(text: Words, named: Named, last: int) -> bool:
    """Is a name a member of a list, rather than what stands before a title or another name?"""
    behind = named.last
    return behind >= last or text.lower[behind] in BEHIND_MEMBER


def _apposition(text: Words, first: int, last: int) -> Mention | None:
    """The name behind a comma: "the mayor of Porto, | Rui Costa"."""
    for comma in range(last - 2, first, -1):
        if text.lower[comma] == ",":
            named = name_behind(text, comma, last)
            ends = named and (named.last == last or text.lower[named.last] in PREPOSITIONS)
            return named.mention if named and ends else None
    return None


def _bearer(text: Words, first: int, last: int) -> Mention | None:
    """The name at the end of a title of several words: "Vice Mayor for Economic Affairs | Kim Do-yeol"."""
    named = text.mention_at[last - 1]
    if named is None or named.kind != "name" or named.type != "person" or named.last != last:
        return None
    before = range(named.first - 1, first - 1, -1)
    title = next((i for i in before if text.lower[i] in TITLES), None)
    if title is None or any(text.lower[i] in NOT_BEFORE_NAME for i in range(title + 1, named.first)):
        return None
    whose = next((i for i in range(title, first - 1, -1) if text.lower[i] in NOT_BEFORE_NAME), None)
    return named.mention if whose is None else None


def _city(text: Words, head: int, last: int) -> Mention | None:
    """The place of "the city of | Porto"."""
    named = text.mention_at[last - 1]
    if named and named.type == "place" and text.lower[head] in MUNICIPAL and text.word(head + 1) == "of":
        return named.mention
    return None


def _of_head(text: Words, head: int, first: int) -> Mention | None:
    """What the head of a source stands for, if that is known: not of "a spokesman", who speaks for a body."""
    named = text.mention_at[head]
    if named is None or named.first < first:
        return None
    unnamed = named.kind == "title" and named.mention.referent.name[0].islower()
    return None if unnamed and is_mouthpiece(text.lower[head]) else named.mention


def _of_mention(text: Words, mention: Mention) -> Speaker:
    """The speaker that a mention stands for: for a place its government, for a group its members."""
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
    found = [
        r.name
        for r in text.referents.by_name.values()
        if r.type == "organisation" and r.side == place.name and r.name.lower().split()[-1] in GOVERNMENTS
    ]
    return found[0] if len(found) == 1 else None


@cache
def _pronouns() -> dict[str, str]:
    return {e["word"]: e["number"] for e in entries("pronouns")}


def _body(text: Words, first: int, head: int, last: int) -> Speaker | None:
    """The body that a spokesman or a statement speaks for."""
    if not is_mouthpiece(text.lower[head]):
        return None
    body = body_in(text, head + 1, last) or body_in(text, first, head) or body_by_head(text, first, head)
    if body:
        return Speaker(body.name, "organisation")
    behind = next((i + 1 for i in range(head + 1, last) if text.lower[i] in FOR_BODY), last)
    if behind < last and _type_of(text, last - 1) == "organisation":
        return Speaker(_own_words(text, behind, last), "organisation")
    known = (
        body_before(text, first) if last - first <= ALONE and text.lower[head].startswith("spokes") else None
    )
    return Speaker(known.name, "organisation") if known else None


def _own_words(text: Words, first: int, last: int) -> str:
    """The source in its own words, an article before it in lower case, without ", who ..." behind it."""
    asides = (i for i in range(first + 1, last - 1) if text.lower[i] == "," and _opens_aside(text, i + 1))
    last = next(asides, last)
    while last - 1 > first and text.lower[last - 1] in (",", ";", "-"):
        last -= 1
    start, end = text.span(first, last)
    own = " ".join(text.document.text[start:end].split())
    opener = text.lower[first]
    is_small = (opener in ARTICLES and last - first > 1) or _opens_sentence(text, first)
    return opener + own[len(opener) :] if is_small else own


def _opens_aside(text: Words, i: int) -> bool:
    """Does a relative clause begin here, or a reduced one: ", | who left", ", | prepared for the council"?"""
    word = text.lower[i]
    return word in RELATIVES or (
        word.endswith("ed") and text.mention_at[i] is None and not text.is_capitalised(i)
    )


def _opens_sentence(text: Words, i: int) -> bool:
    """Is it a common noun with the capital of its sentence: "Residents said"?"""
    is_common = text.lower[i] in OPENERS or text.lower[i] in speaker_nouns()
    return is_common and text.mention_at[i] is None and i == text.sentence_of(i).first


def _type_of(text: Words, head: int) -> str:
    """The type of a speaker whom the article does not name, by the head of the words."""
    word = text.lower[head]
    if word in words("documents"):
        return "document"
    if word in words("organisations"):
        return "organisation"
    is_group = word in words("groups")
    opens = head == text.sentence_of(head).first
    if text.is_capitalised(head) and not (opens and is_group):
        return "person"
    plural = is_group or word in DETERMINERS or (word.endswith("s") and not word.endswith("ss"))
    return "group" if plural else "person"
