"""The rules: an article's passages one by one, and what goes over from one passage to the next."""

from collections.abc import Sequence
from functools import cache

from analysis.lexicons import entries
from analysis.speech.loose_quotes import CONTINUED, FLOATING, floating, signature, transcript
from analysis.speech.noun_cues import noun_drafts
from analysis.speech.passage import passage_drafts
from analysis.speech.relay import relayed
from analysis.speech.source_phrases import phrase_drafts
from analysis.speech.statement import Draft
from analysis.speech.words import Words


def drafts(text: Words) -> list[Draft]:
    """The statements that the rules find, in tokens, from the first to the last."""
    made: list[Draft] = []
    for first, last in text.passages:
        if made and first < made[-1].end:
            continue  # claimed from before: a transcript, or a quotation that a colon announced
        found = _of_passage(text, first, last, made)
        if found and made and _goes_on(text, made[-1], found[0]):
            made[-1] = made[-1]._replace(contents=made[-1].contents + found[0].contents)
            found = found[1:]
        made += found
    return made


@cache
def confidences() -> dict[str, float]:
    """How sure each rule is: its measured precision."""
    return {e["rule"]: float(e["precision"]) for e in entries("rule_precision")}


def _goes_on(text: Words, last: Draft, loose: Draft) -> bool:
    """Is a loose quotation the rest of the one before: '"We open," Silva said. "Come."' or a paragraph?"""
    if loose.rule == CONTINUED:
        return last.rule.startswith("quote-cue")
    quote = text.quote_at[loose.start]
    return loose.rule == FLOATING and quote is not None and quote.quotation.continued


def _of_passage(text: Words, first: int, last: int, before: Sequence[Draft]) -> list[Draft]:
    """The statements of a passage; what no cue announces is asked for only where nothing else was found."""
    script = transcript(text, first, last)
    if script:
        return [script]
    phrases = phrase_drafts(text, first, last)
    taken = {i for d in phrases for i in range(min(d.cue[0], d.source[0]), max(d.cue[1], d.source[1]))}
    found = relayed(_in_order([*phrases, *passage_drafts(text, first, last, taken)]))
    nouns = noun_drafts(text, first, last)
    if nouns:
        inside = {i for d in found for part in d.contents for i in range(*part)}
        found = _in_order([*found, *(d for d in nouns if inside.isdisjoint((d.cue[0], d.start)))])
    if found:
        return found
    loose = signature(text, first) or floating(text, first, last, before)
    return [loose] if loose else []


def _in_order(found: list[Draft]) -> list[Draft]:
    return sorted(found, key=lambda d: (d.start, d.cue or (0, 0)))
