"""Turns: where a content has to end - at its sentence, at a source phrase, at the cue of somebody else.

A cue ends the content before it where it has the same speaker and a place of its own (", adding that"), where
somebody else begins (", while Silva denied"), and where it closes the sentence ("..., the ministry said").
"""

from collections.abc import Sequence

from analysis.speech.contents import right_content
from analysis.speech.cues import PARTICIPLE, Cue
from analysis.speech.small_words import SUBORDINATORS, TURNS
from analysis.speech.sources import Found
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

COORDINATES = frozenset(["and", "but", "then", ","])
NOT_BEHIND_TAG = frozenset([",", "that"])
TAG_REACH = (
    14  # tokens between a closing tag and the end of its sentence: "..., he said in a statement on Monday."
)


def limit(
    text: Words, cue: Cue, after: int, later: Sequence[tuple[Cue, Found]], last: int, taken: set[int]
) -> int:
    """The token at which the content right of a cue must have ended; `after` is where it may begin.

    `later` are the cues behind it with their sources, `taken` the tokens of source phrases ("according to").
    """
    end = sentence_end(text, after, last)
    if taken:
        end = next((at for i in range(after, end) if i in taken and (at := _before_phrase(text, i))), end)
    for other, found in later:
        if other.first >= end:
            break
        if other.first >= after and other.group > cue.first:  # not "declined to | comment"
            at = _turn(text, cue, after, other, found, end)
            if at is not None:
                return at
    return end


def _before_phrase(text: Words, i: int) -> int | None:
    """Where a content ends before the source phrase at `i`, which stands behind a comma or a quotation."""
    if text.quote_at[i - 1]:
        return i
    return i - 1 if text.lower[i - 1] == "," else None


def sentence_end(text: Words, at: int, last: int) -> int:
    """Where the sentence of a token ends; a quotation or a colon at its end takes in the next sentence."""
    sentences = text.document.sentences
    for number in range(text.sentence(min(at, last - 1)) - 1, len(sentences)):
        end = sentences[number].last
        if end >= last:
            return last
        quote = text.quote_at[end]
        if not (quote and quote.first < end) and text.lower[end - 1] != ":":
            return end
    return last


def is_tag(text: Words, after: int, last: int) -> bool:
    """Is there nothing behind a cue but time and place, up to the end of the sentence?"""
    end = sentence_end(text, after - 1, last)
    rest = [i for i in range(after, end) if text.is_word(i)]
    if not rest:
        return True
    if len(rest) > TAG_REACH or text.lower[after] in NOT_BEHIND_TAG:
        return False
    return text.lower[rest[0]] in SUBORDINATORS or not any(is_verb(text, i) for i in rest)


def _turn(text: Words, cue: Cue, after: int, other: Cue, found: Found, end: int) -> int | None:
    """Where the content of `cue` stops because of a later cue; None where that one is inside it."""
    own_subject = not found.shared and not found.inverted
    if (
        own_subject and found.start < cue.group
    ):  # "Brandt, who met envoys, said": `cue` stands in an insertion
        return other.group - (text.lower[other.group - 1] == ",")
    at = found.start if own_subject else other.group
    before = text.lower[at - 1] if at > after else ""
    if other.form == PARTICIPLE:
        same_speaker = before == "," and found.shared and other.entry.cls == "speech"
        return at - 1 if same_speaker and _announces(text, other, end) else None
    if found.shared:
        return _second_verb(text, after, other, at, end) if before in COORDINATES else None
    if before == "," and is_tag(text, found.span[1] if found.inverted else other.last, end):
        return None if _announces(text, other, end) else at - 1
    if _is_somebody_else(text, other, at, before) and _announces(text, other, end):
        return at - 2
    return at - 1 if before == ";" else None


def _second_verb(text: Words, after: int, other: Cue, at: int, end: int) -> int | None:
    """Where a second verb of the same speaker ends the content of the first: "... opens, and said that"."""
    marked = text.word(other.last) == "that" or (other.last < end and text.quote_at[other.last] is not None)
    after_comma = other.entry.cls == "speech" and text.lower[at - 2] == ","
    if not (marked or after_comma) and any(is_verb(text, i) for i in range(after, at)):
        return None
    return at - 2 if text.lower[at - 2] == "," else at - 1


def _is_somebody_else(text: Words, other: Cue, at: int, before: str) -> bool:
    """Does a conjunction lead over to another speaker: ", while Silva denied"?"""
    return before in TURNS and text.lower[at - 2] in (",", ";") and other.entry.cls == "speech"


def _announces(text: Words, cue: Cue, end: int) -> bool:
    return right_content(text, cue, cue.last, end) is not None
