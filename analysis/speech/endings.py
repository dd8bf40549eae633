"""Endings: where a phrase that somebody announces stops, and the report goes on - "the plan | last week".

A noun phrase or an infinitive holds no clause of its own but those that depend on it, so what follows it
with a subject and a verb, or tells when it was said, belongs to the reporter again.
"""

from analysis.lexicons import closed
from analysis.speech.adjuncts import PERIOD_OPENERS, PERIODS
from analysis.speech.phrases import right
from analysis.speech.small_words import NOMINATIVES, RELATIVES, TIMES, TURNS
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

CIRCUMSTANCES = closed("circumstance")
BEFORE_DAYS = closed("before a day")
PHRASES = frozenset(["cue-phrase", "cue-infinitive"])  # the rules whose contents are phrases


def phrase_end(text: Words, rule: str, start: int, end: int) -> int:
    """The end of the content [start, end) that a rule found, without what belongs to the reporter again."""
    if rule not in PHRASES and rule != "cue-question":
        return end
    for i in range(start + 1, end):
        if text.quote_at[i] or text.lower[i - 1] == "-":
            continue
        if rule in PHRASES and text.lower[i] == "," and _goes_on(text, i + 1, end):
            return i
        if _is_circumstance(text, i, end) or (rule == "cue-phrase" and _is_time(text, i, end)):
            return i - (text.lower[i - 1] == ",")
    return end


def is_that_thing(text: Words, start: int, end: int) -> bool:
    """Is "that" no conjunction but a demonstrative: "recalled that evening on Tuesday when she was asked"?"""
    noun, behind = start + 1, start + 4  # "that evening | on Tuesday | when"
    if behind >= end or not text.is_word(noun) or text.is_capitalised(noun):
        return False
    if text.lower[behind] not in CIRCUMSTANCES and text.lower[behind] != ",":
        return False
    return text.mention_at[noun] is None and _is_time(text, start + 2, end)


def _goes_on(text: Words, at: int, end: int) -> bool:
    """Does the reporter's own clause go on here: "and was talked out of it", "and the matter was settled"?"""
    return at + 1 < end and text.lower[at] in TURNS and _is_clause(text, at + 1, end)


def _is_circumstance(text: Words, i: int, end: int) -> bool:
    """Does it begin to tell when: "when she was asked", "after nine mayors wrote a letter"?"""
    return text.lower[i] in CIRCUMSTANCES and i + 2 < end and _is_clause(text, i + 1, end)


def _is_clause(text: Words, at: int, end: int) -> bool:
    """A verb, or a subject and a verb."""
    behind = at + 1 if text.lower[at] in NOMINATIVES else right(text, at, end)
    while behind < end and text.is_adverb(behind):
        behind += 1
    return behind < end and text.lower[behind] not in RELATIVES and is_verb(text, behind)


def _is_time(text: Words, i: int, end: int) -> bool:
    """A time behind the phrase: "last week", "on Tuesday"."""
    if i + 1 >= end:
        return False
    word, following = text.lower[i], text.lower[i + 1]
    if word == "in" and following == "the" and text.word(i + 2) in ("past", "last"):
        return True
    return (word in PERIOD_OPENERS and following in PERIODS) or (word in BEFORE_DAYS and following in TIMES)
