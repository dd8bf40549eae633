"""Contents: the stretch that a cue announces - a quotation, a that-clause, a clause, a noun phrase.

Between cue and content may stand a recipient ("told reporters"), a time and a place. The conjunction "that"
belongs to the content; the full stop behind reported speech does not.
"""

from typing import NamedTuple

from analysis.speech.adjuncts import over_adjuncts
from analysis.speech.clauses import is_clause, is_phrase, tells
from analysis.speech.cues import Cue
from analysis.speech.endings import is_that_thing, phrase_end
from analysis.speech.phrases import right
from analysis.speech.recipients import over_recipient
from analysis.speech.small_words import EDGES, QUESTIONS, QUOTATION_MARKS, STOPS, TIMES, TURNS
from analysis.speech.statement import Span
from analysis.speech.words import Quote, Words

QUOTABLE = frozenset(["quote", "that", "np", "as"])  # frames that a quotation can fill
NO_BEGINNING = STOPS - QUOTATION_MARKS
BEHIND = EDGES | (TURNS - {"although", "though"})  # what is cut off the end of a content
BEFORE_TAG = frozenset(["?", "!", "-"])  # instead of a comma: "May we? the mayor asked"
BEFORE_QUOTATION = frozenset([",", ":", ";", "."])  # then the words before it are no part of the content
LINKS = frozenset(["and", "but", "so"])


class Content(NamedTuple):
    """A content right of its cue: its range of tokens, and the rule that found it."""

    start: int
    end: int
    rule: str


def right_content(text: Words, cue: Cue, at: int, limit: int) -> Content | None:
    """The content right of a cue; `at` is the token after it (and its source), `limit` where it must end."""
    frames = cue.entry.frames
    start = over_recipient(text, cue, at, limit)
    start = over_adjuncts(text, start, limit, infinitive="inf" in frames)
    if start >= limit:
        return None
    if text.lower[start] == ":":
        return _behind_colon(text, start, limit)
    opening = start + 1 if text.lower[start] == "," and start + 1 < limit else start
    quote = text.quote_at[opening]
    if quote and quote.first == opening and quote.speech:
        end = _quoted_end(text, quote, limit)
        return Content(opening, end, "cue-quote") if frames & QUOTABLE else None
    if text.lower[start] in NO_BEGINNING or text.lower[start] == "of":
        return None
    end = _trim(text, start, limit)
    rule = end > start and (_rule_of_word(text, frames, start, end) or _rule_of_shape(text, cue, start, end))
    return Content(start, phrase_end(text, rule, start, end), rule) if rule else None


def _behind_colon(text: Words, colon: int, limit: int) -> Content | None:
    """What a colon announces: the rest of the sentence, or the quotation that follows as the next one."""
    start = colon + 1
    quote = text.quote_at[start] if start < len(text.tokens) else None
    if start < limit:
        end = _quoted_end(text, quote, limit) if quote else _trim(text, start, limit)
        return Content(start, end, "cue-colon") if end > start else None
    return Content(start, quote.last, "cue-colon") if quote and quote.first == start else None


def _quoted_end(text: Words, quote: Quote, limit: int) -> int:
    """The end of a content that opens with a quotation: is that all, or the beginning of a longer clause?"""
    at = quote.last
    if at + 1 >= limit or text.lower[at] in STOPS or text.quote_at[at] is not None:
        return at
    return _trim(text, quote.first, limit)


def _rule_of_word(text: Words, frames: frozenset[str], start: int, end: int) -> str:
    """The rule that the first word of a content decides: "that", "whether", "as", "to", an -ing form."""
    word, size = text.lower[start], end - start
    if size > 2 and word == "that" and "that" in frames:
        return "cue-phrase" if "np" in frames and is_that_thing(text, start, end) else "cue-that"
    if size > 2 and word in QUESTIONS and frames & {"that", "np"}:
        return "cue-question"
    if word == "as" and "as" in frames:
        return "cue-as"
    if size > 1 and "inf" in frames and (word == "to" or (word == "not" and text.word(start + 1) == "to")):
        return "cue-infinitive"
    return "cue-gerund" if "ing" in frames and word.endswith("ing") and len(word) > 4 else ""


def _rule_of_shape(text: Words, cue: Cue, start: int, end: int) -> str:
    """The rule of a content without a first word that tells: a bare clause, a noun phrase."""
    frames = cue.entry.frames
    bare = "that" in frames and ("quote" in frames or cue.entry.cls == "belief")
    if bare and is_clause(text, start, end) and not ("np" in frames and right(text, start, end) == end):
        return "cue-clause"
    if frames & {"np", "for", "as"} and _opens_phrase(text, frames, start) and tells(text, cue, start, end):
        return "cue-phrase"
    if cue.entry.particle[-1:] == ("to",):  # "agreed to | set up a fund": the infinitive, read as a particle
        return "cue-infinitive"
    return "cue-phrase" if text.quote_at[start] and "np" in frames else ""


def _opens_phrase(text: Words, frames: frozenset[str], start: int) -> bool:
    """Can the noun phrase begin here that a verb with these frames takes, behind "for" or not?"""
    return is_phrase(text, start) and ("for" in frames or text.lower[start] != "for")


def _trim(text: Words, start: int, limit: int) -> int:
    """The end of a content without the full stop, comma or conjunction behind it."""
    end = limit
    while end > start and text.lower[end - 1] in BEHIND and not text.quote_at[end - 1]:
        end -= 1
    if end - 2 > start and text.lower[end - 1] in TIMES and text.lower[end - 2] == ",":
        end -= 2
    return end


def left_content(text: Words, at: int, first: int) -> Span | None:
    """The content left of a source or cue that begins at `at`: a quotation, or the clause before a comma."""
    if at <= first:
        return None
    end = at
    if not text.quote_at[end - 1]:
        if text.lower[end - 1] == ",":
            end -= 1
        elif text.lower[end - 1] not in BEFORE_TAG:
            return None
    if end <= first:
        return None
    quote = text.quote_at[end - 1]
    if not quote or not quote.speech or _ends_in_quotation(text, quote, first):
        return first, end
    return quote.first, end


def _ends_in_quotation(text: Words, quote: Quote, first: int) -> bool:
    """Is a quotation the end of a longer clause: 'the deal was "close to done," he said'?"""
    if quote.first <= first or text.lower[quote.first - 1] in BEFORE_QUOTATION:
        return False
    before = range(first, quote.first)
    return any(text.is_word(i) and not text.is_adverb(i) and text.lower[i] not in LINKS for i in before)
