"""Contents: the stretch that a cue announces - a quotation, a that-clause, a clause, a noun phrase.

Between cue and content may stand a recipient ("told reporters"), a time and a place. A content ends with its
clause: before the next cue of the same speaker (", noting that"), before somebody else's cue, before the end.
The conjunction "that" belongs to the content; the full stop behind reported speech does not.
"""

from functools import cache
from typing import NamedTuple

from analysis.lexicons import closed, entries, words
from analysis.speech.cues import FINITE, Cue
from analysis.speech.phrases import CALENDAR, RELATIVE, STOPS, is_verb, recipient, right
from analysis.speech.statement import Span
from analysis.speech.words import Words

QUESTIONS = frozenset(["whether", "if", "how", "why", "what", "when", "where", "who", "which"])
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "there", "this", "these", "those"])
ADJUNCTS = frozenset(
    [
        "on",
        "in",
        "at",
        "during",
        "after",
        "before",
        "through",
        "via",
        "by",
        "to",
        "from",
        "over",
        "since",
        "later",
        "earlier",
        "last",
        "this",
        "with",
        "as",
    ]
)
REACH = 30  # tokens of a bare clause in which its verb has to stand


class Content(NamedTuple):
    """A content right of its cue: its range of tokens, the rule, and whether it opens with a quotation."""

    start: int
    end: int
    rule: str


def right_content(text: Words, cue: Cue, at: int, last: int, limit: int) -> Content | None:
    """The content right of a cue: `at` is the token after cue (and inverted source), `limit` where it must end."""
    frames = cue.entry.frames
    start = _over_recipient(text, cue, at, limit)
    if not ("inf" in frames and text.lower[start : start + 1] == ["to"]):
        start = _over_adjuncts(text, start, limit)
    if start >= limit:
        return None
    quote = text.quote_at[start]
    word = text.lower[start]
    if word == ":" and start + 1 == limit and limit < len(text.tokens):
        behind = text.quote_at[limit]
        return Content(limit, behind.last, "cue-colon") if behind and behind.first == limit else None
    if word == ":" and start + 1 < limit:
        behind = text.quote_at[start + 1]
        return Content(
            start + 1,
            behind.last
            if behind and _ends_there(text, behind.last, limit)
            else _trim(text, start + 1, limit),
            "cue-colon",
        )
    if word == "," and start + 1 < limit and text.quote_at[start + 1] and "quote" in frames | {"quote"}:
        quote, start = text.quote_at[start + 1], start + 1
    if quote and quote.first == start and quote.speech:
        if frames & {"quote", "that", "np", "as"}:
            end = quote.last if _ends_there(text, quote.last, limit) else _trim(text, start, limit)
            return Content(start, end, "cue-quote")
        return None
    if word == "," or word in STOPS - {'"', "'"}:
        return None
    end = _trim(text, start, limit)
    if end <= start:
        return None
    if word == "that" and frames & {"that", "np"} and end - start > 2:
        return Content(start, end, "cue-that")
    if word in QUESTIONS and frames & {"that", "np"} and end - start > 2:
        return Content(start, end, "cue-question")
    if word == "as" and "as" in frames:
        return Content(start, end, "cue-as")
    if (
        (word == "to" or text.lower[start : start + 2] == ["not", "to"])
        and "inf" in frames
        and end - start > 1
    ):
        return Content(start, end, "cue-infinitive")
    if "ing" in frames and word.endswith("ing") and len(word) > 4:
        return Content(start, end, "cue-gerund")
    bare = "that" in frames and ("quote" in frames or cue.entry.cls == "belief")
    if bare and _is_clause(text, start, end) and not ("np" in frames and right(text, start, end) == end):
        return Content(start, end, "cue-clause")
    if frames & {"np", "for", "as"} and _is_phrase(text, start) and _is_told(text, cue, start, end):
        return Content(start, end, "cue-phrase")
    if cue.entry.particle[-1:] == ("to",):  # "agreed to | set up a fund": the infinitive, read as a particle
        return Content(start, end, "cue-infinitive")
    if quote and "np" in frames:
        return Content(start, end, "cue-phrase")
    return None


def _ends_there(text: Words, at: int, limit: int) -> bool:
    """Is a quotation the whole content, rather than the beginning of a longer clause?"""
    return at >= limit or text.lower[at] in STOPS or at + 1 >= limit or text.quote_at[at] is not None


def _over_recipient(text: Words, cue: Cue, at: int, limit: int) -> int:
    """Step over "reporters", "the council", "him" where the verb takes a recipient."""
    if "to_person" not in cue.entry.frames or cue.entry.cls == "act" or at >= limit or text.quote_at[at]:
        return at
    if cue.entry.particle or text.lower[at] in ("that", "to", ":", ","):
        return at
    end = (
        at + 1
        if text.lower[at] in ("him", "her", "them", "me", "us", "you", "it")
        else recipient(text, at, limit)
    )
    end = max(end, at)
    mention = text.mentions.get(at)
    if mention and mention[0] <= limit:
        end = mention[0]
    if {"np"} <= cue.entry.frames and not cue.entry.frames & {"that", "inf"}:
        return at  # "thanked the mayor": the object is all there is
    follows = text.lower[end] if end < limit else "."
    if (
        follows in ("that", "to", "not", ":", ",")
        or follows in QUESTIONS
        or follows in closed("preposition")
        or (end < limit and text.quote_at[end])
        or follows in PRONOUNS
        or follows in closed("determiner")
        or follows in STOPS
    ):
        return end
    return end if cue.entry.lemma == "tell" else at


def _over_adjuncts(text: Words, at: int, limit: int) -> int:
    """Step over "on Tuesday", "in an interview with the paper" where a content follows behind."""
    start = at
    while at < limit:
        word = text.lower[at]
        if text.quote_at[at]:
            return at
        if word in CALENDAR or (
            text.is_adverb(at)
            and text.mention_at[at] is None
            and at + 1 < limit
            and word not in closed("determiner")
        ):
            at += 1
        elif (
            word in ("last", "this", "next")
            and at + 1 < limit
            and text.lower[at + 1] in CALENDAR | {"week", "month", "year"}
        ):
            at += 2
        elif word in ADJUNCTS - {"last", "this", "as", "later", "earlier"} and at + 1 < limit:
            end = _adjunct_end(text, at + 1, limit)
            if end >= limit or text.lower[end] == ".":
                return end
            if not _may_open(text, end):
                break
            at = end
        else:
            break
    return at if at > start else start


def _adjunct_end(text: Words, at: int, limit: int) -> int:
    if text.lower[at] in CALENDAR:
        return at + 1
    end = right(text, at, limit)
    while end < limit and text.lower[end] in CALENDAR:
        end += 1
    return max(end, at + 1)


def _may_open(text: Words, i: int) -> bool:
    word = text.lower[i]
    return (
        word in ("that", ",", ":")
        or word in PRONOUNS
        or word in QUESTIONS
        or word in closed("determiner")
        or word in ADJUNCTS
        or word in CALENDAR
        or text.quote_at[i] is not None
        or text.mention_at[i] is not None
        or text.is_adverb(i)
    )


def _trim(text: Words, start: int, limit: int) -> int:
    """The end of a content without the full stop, comma or conjunction behind it."""
    end = limit
    while (
        end > start
        and not text.quote_at[end - 1]
        and (
            text.tokens[end - 1].text in ".,;:-?!"
            or text.lower[end - 1] in ("and", "but", "while", "whereas")
        )
    ):
        if text.tokens[end - 1].text in "?!":
            break
        end -= 1
    if end - 2 > start and text.lower[end - 1] in CALENDAR and text.lower[end - 2] == ",":
        end -= 2
    return end


def _is_clause(text: Words, start: int, end: int) -> bool:
    """Can this stretch be a clause: does something like a verb stand behind what can be its subject?"""
    if text.lower[start] in PRONOUNS or text.lower[start] in closed("subordinator"):
        return True
    at = right(text, start, end)
    while at < end and (text.is_adverb(at) or text.lower[at] in ("not", "also")):
        at += 1
    if at < end and at > start:
        if text.quote_at[at] or _verbal(text, at):
            return True
        if text.lower[at] not in (",", "-", "(") and text.lower[at] not in closed("preposition") | RELATIVE:
            return False
    return any(_verbal(text, i) for i in range(start + 1, min(end, start + REACH)))


def _verbal(text: Words, i: int) -> bool:
    if is_verb(text, i):
        return True
    ending = text.is_word(i) and text.lower[i].endswith(("ed", "s")) and text.tokens[i].text[0].islower()
    return ending and text.lower[i - 1] not in closed("determiner")


@cache
def _light() -> frozenset[str]:
    """Verbs that report only together with a noun that does: "issue a warning", "make a plea"."""
    return frozenset(
        e["lemma"] for e in entries("cues") if e["frame"] == "np" and "noun of speech" in e["note"]
    )


def _is_told(text: Words, cue: Cue, start: int, end: int) -> bool:
    """Is the object of a light verb a noun of speech?"""
    if cue.entry.lemma not in _light():
        return True
    return any(text.lower[i] in words("noun_cues") for i in range(start, right(text, start, end)))


def _is_phrase(text: Words, start: int) -> bool:
    word = text.lower[start]
    return not (
        word in closed("preposition") - {"for"} or word in closed("subordinator") or is_verb(text, start)
    ) and (text.is_word(start))


def left_content(text: Words, at: int, first: int) -> Span | None:
    """The content left of a source or cue that begins at token `at`: a quotation, or the clause before a comma."""
    if at <= first:
        return None
    end = at
    if text.lower[end - 1] == "," and not text.quote_at[end - 1]:
        end -= 1
    elif not text.quote_at[end - 1] and text.lower[end - 1] not in ("?", "!", "-"):
        return None
    if end <= first:
        return None
    quote = text.quote_at[end - 1]
    if quote:
        if (
            quote.first > first
            and not _opens_passage(text, quote.first, first)
            and text.lower[quote.first - 1] not in ",:;."
        ):
            return first, end  # a clause that ends in a quotation: mixed
        return (quote.first, end) if quote.speech else (first, end)
    return (first, end)


def _opens_passage(text: Words, at: int, first: int) -> bool:
    return all(
        not text.is_word(i) or text.is_adverb(i) or text.lower[i] in ("and", "but", "so")
        for i in range(first, at)
    )


def is_finite(cue: Cue) -> bool:
    """Is the cue the verb of a clause of its own?"""
    return cue.form == FINITE
