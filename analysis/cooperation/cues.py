"""Act cues: the words of a text that can tell an act, with their tier and the form in which they stand.

The cues stand in `lexicons/act_cues.tsv`. Verbs are found in all their forms; whether a word that can be both
("visits", "attacks") is a verb here is decided by its neighbours, since no tagger is used.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from analysis.cooperation.cue_book import BE, GAP, MODALS, TOGETHER, WIDE, Cue, Index, Words, compiled
from analysis.cooperation.pair_cues import compounds
from analysis.language.document import Token
from analysis.lexicons import closed, entries
from analysis.lexicons import words as listed

QUOTES = ('"', "'")
SENT_OUT = ("release", "sign", "issue", "send", "circulate")  # what is done to a document
REACH = 7  # words that "…" may stand for
WIDE_REACH = 14  # words that "~" may stand for, small words and all
FORMS = ("base", "s", "ed", "ing")
BE_PAST = frozenset(["was", "were"])
HAVE = closed("have")
DO = frozenset(["do", "does", "did"])
NEGATED_AUXILIARIES = closed("negated auxiliary")
AUXILIARIES = BE | HAVE | DO | MODALS | NEGATED_AUXILIARIES
DETERMINERS = closed("determiner")
SUBJECT_PRONOUNS = closed("subject pronoun")
PREPOSITIONS = closed("preposition")
ADVERBS = closed("adverb")
STOPS_A_GAP = closed("stops a gap")
OPENS_AN_OBJECT = frozenset(["to", "for", "that", "on", "with", "against"]) | (DETERMINERS - {"'s", "'"})


class Hit(NamedTuple):
    """A cue in the text: from its verb, or the first word of a noun, to after its last word."""

    first: int
    last: int
    cue: Cue
    form: str  # base, s, ed, ing, or noun


def find(
    tokens: Sequence[Token],
    first: int,
    last: int,
    names: Collection[int] = (),
    *,
    index: Index | None = None,
    after_names: bool = False,
) -> tuple[Hit, ...]:
    """The act cues in the tokens [first, last), in order and without overlap; `names` cannot be cues.

    `index` holds other cues than those of `lexicons/act_cues.tsv`, as `compiled` makes it. With
    `after_names` a word that can be a verb is one right after a name (of a party that acts).
    """
    subjects = names if after_names else ()
    index = _index() if index is None else index
    found: list[Hit] = []
    i = first
    while i < last:
        candidates = index.get(tokens[i].lower)
        if (
            candidates is None
            or i in names
            or (lone := _best(tokens, i, first, last, candidates, found, subjects)) is None
        ):
            i += 1
            continue
        found.append(lone)
        i = max(i + 1, _contiguous(lone))
    return tuple(found)


def _contiguous(hit: Hit) -> int:
    """Where to go on reading: after a phrase, but inside a gap, whose words may be cues of their own."""
    return hit.first + 1 if (GAP,) in hit.cue.rest or (WIDE,) in hit.cue.rest else hit.last


@cache
def _index() -> Index:
    """The cues of `lexicons/act_cues.tsv`, and the compounds of `pair_cues.tsv`, compiled."""
    return compiled([*entries("act_cues"), *compounds()])


def _best(
    tokens: Sequence[Token],
    i: int,
    first: int,
    last: int,
    candidates: Sequence[tuple[Cue, str]],
    found: Sequence[Hit],
    parties: Collection[int] = (),
) -> Hit | None:
    """The cue with the most words that fits at token `i`."""
    following = tokens[i + 1].lower if i + 1 < last else ""
    for cue, form in candidates:
        if cue.rest and not (cue.rest[0].is_gap or cue.rest[0].fits(following) or following in QUOTES):
            continue
        end = _follow(tokens, i + 1, last, cue.rest)
        if end is None and (GAP,) in cue.rest and form == "ed" and _passive(tokens, i, first):
            end = i + 1 if _object_before(tokens, i, first, cue.rest) else None
        if end is None:
            continue
        if tokens[i].lower in HAVE and _perfect(tokens, i, last):
            continue
        if form == "ed" and _plain_before(tokens, i, first):
            form = "base"  # "will cut", "to hit"
        if (
            _is_noun(tokens, i, first)
            if form == "noun"
            else i - 1 in parties or _is_verb(tokens, i, first, last, form, cue, found)
        ):
            return Hit(i, end, cue, form)
    return None


def _perfect(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Does "have" at token `i` only make a perfect tense ("has played a role")?"""
    j = i + 1
    while j < last and (tokens[j].lower in ADVERBS or tokens[j].lower.endswith("ly")):
        j += 1
    if j >= last:
        return False
    word = tokens[j].lower
    return word == "been" or word.endswith("ed") or any(form == "ed" for _, form in _index().get(word, ()))


def _plain_before(tokens: Sequence[Token], i: int, first: int) -> bool:
    j = before(tokens, i, first)
    return j >= 0 and (tokens[j].lower == "to" or tokens[j].lower in MODALS or tokens[j].lower in DO)


def _follow(tokens: Sequence[Token], i: int, last: int, rest: Sequence[Words]) -> int | None:
    """Where the words of a cue end, if they stand from token `i` on; the gap takes as little as it can."""
    for n, words in enumerate(rest):
        if words.is_gap and words == (GAP,):
            following = rest[n + 1]
            for j in range(i, min(last, i + REACH + 1)):
                if following.fits(tokens[j].lower):
                    end = _follow(tokens, j, last, rest[n + 1 :])
                    if end is not None:
                        return end
                if tokens[j].lower in STOPS_A_GAP and not _adjectives(tokens, j, last):
                    return None
            return None
        if words.is_gap:
            following = rest[n + 1]
            for j in range(i, min(last, i + WIDE_REACH + 1)):
                if following.fits(tokens[j].lower):
                    end = _follow(tokens, j, last, rest[n + 1 :])
                    if end is not None:
                        return end
            return None
        if i < last and tokens[i].lower in QUOTES:
            i += 1  # it was "pleased"
        if i >= last or not words.fits(tokens[i].lower):
            return None
        i += 1
    return i


def _adjectives(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Is it a comma between adjectives ("leading, exemplary and important roles")?"""
    return tokens[i].lower == "," and any(tokens[k].lower == "and" for k in range(i + 2, min(last, i + 4)))


def _is_noun(tokens: Sequence[Token], i: int, first: int) -> bool:
    """May the word at `i` be a noun? Not after a subject pronoun, an auxiliary or "to"."""
    j = before(tokens, i, first)
    return j < 0 or not (
        tokens[j].lower in SUBJECT_PRONOUNS or tokens[j].lower in AUXILIARIES or tokens[j].lower == "to"
    )


def _object_before(tokens: Sequence[Token], i: int, first: int, rest: Sequence[Words]) -> bool:
    """Is the object of a passive verb its subject ("a joint council ... was launched")?"""
    words = rest[-1]
    return any(words.fits(tokens[j].lower) for j in range(i - 1, max(first, i - 4 * REACH) - 1, -1))


def before(tokens: Sequence[Token], i: int, first: int) -> int:
    """The index of the word before token `i` that is no adverb, or -1."""
    j = i - 1
    while j >= first and (
        tokens[j].lower in ADVERBS or (tokens[j].lower.endswith("ly") and tokens[j].text.islower())
    ):
        j -= 1
    return j if j >= first else -1


def _passive(tokens: Sequence[Token], i: int, first: int) -> bool:
    j = before(tokens, i, first)
    return j >= 0 and tokens[j].lower in BE


def _is_verb(
    tokens: Sequence[Token], i: int, first: int, last: int, form: str, cue: Cue, found: Sequence[Hit]
) -> bool:
    """Is the word at `i` a verb here? Its neighbours decide."""
    j = before(tokens, i, first)
    prev = tokens[j].lower if j >= 0 else ""
    nxt = tokens[i + 1].lower if i + 1 < last else ""
    if tokens[i].lower in BE or tokens[i].lower in MODALS:
        return True
    if form == "ing":
        if prev == "by" and not nxt.isalpha():
            return False  # "a lawyer by training,"
        return (nxt not in AUXILIARIES and prev not in DETERMINERS) or prev in (
            "both",
            "all",
            "further",
            "more",
            "first",
        )
    if form == "ed":
        if j == i - 1 and prev in listed("documents") and cue.rule.split()[0] in SENT_OUT:
            return False  # "in a statement released on Monday"
        if j == i - 1 and found and found[-1].first == j and found[-1].form in ("base", "s", "ing"):
            return False  # "will showcase advanced science"
        return _is_verb_ed(tokens, i, j, prev, nxt)
    if prev == "to" or prev in AUXILIARIES:
        return prev not in HAVE and prev not in BE
    if prev in DETERMINERS and prev not in ("all", "both", "two", "three"):
        return False
    if (
        form == "base"
        and prev in ("and", "or", "but")
        and found
        and found[-1].form == "base"
        and i - found[-1].first < 12
    ):
        return True
    if prev in SUBJECT_PRONOUNS or (prev == "that" and "noun" not in cue.flags):
        return True
    if "noun" not in cue.flags and j >= 0 and prev != ",":
        return prev not in PREPOSITIONS
    if prev == "," and form == "s" and "noun" not in cue.flags:
        return any(tokens[k].lower in ("which", "who", "whose") for k in range(first, j))
    if prev in PREPOSITIONS or j < 0 or prev in DETERMINERS or prev == ",":
        return False
    opens = nxt in OPENS_AN_OBJECT or (i + 1 < last and tokens[i + 1].text[0].isupper())
    if form == "s":
        named = tokens[j].text[0].isupper() or prev in listed("titles") or prev in listed("organisations")
        return opens and (named or "noun" not in cue.flags)
    return opens and (
        prev.endswith("s") or prev in ("and", "that") or tokens[j].text[0].isupper() or prev == "people"
    )


def _is_verb_ed(tokens: Sequence[Token], i: int, j: int, prev: str, nxt: str) -> bool:
    """A past form is a verb unless it stands before its noun ("through restored ties")."""
    if prev in DETERMINERS and prev not in ("'s", "'", "both", "all", "two", "three"):
        return False
    adjacent = j == i - 1
    if prev in PREPOSITIONS and adjacent:
        return False
    return not (prev in ("'s", "'") and (nxt == "" or (nxt.isalpha() and nxt not in OPENS_AN_OBJECT)))


@cache
def verb_forms() -> frozenset[str]:
    """The base form of every verb of the lexicon: what may follow "to" as an infinitive."""
    return frozenset(entry["cue"].split()[0] for entry in entries("act_cues") if entry["tier"] != "noun") - {
        TOGETHER,
        "be",
        "according",
    }


def is_finite(tokens: Sequence[Token], i: int, hits: Mapping[int, Hit]) -> bool:
    """Does a finite verb stand at token `i`: an auxiliary, or a cue that is no infinitive or -ing form?"""
    if tokens[i].lower in AUXILIARIES:
        return tokens[i].lower not in ("be", "been", "being", "having")
    hit = hits.get(i)
    return (hit is not None and hit.form in ("s", "ed")) or tokens[i].lower in _common_past()


@cache
def _common_past() -> frozenset[str]:
    """Irregular past forms: a finite verb that needs no auxiliary ("came", "held")."""
    return frozenset(
        form.strip()
        for e in entries("verb_forms")
        for form in e["forms"].split(",")
        if not form.strip().endswith(("ing", "s", "n", "ed"))
    )


def iterate(hits: Sequence[Hit], first: int, last: int) -> Iterator[Hit]:
    """The hits whose verb stands in the tokens [first, last)."""
    return (hit for hit in hits if first <= hit.first < last)
