"""Loose quotations: those that no verb announces - follow-ons, transcripts, a name after a dash.

A paragraph that is one quotation goes on with the speaker of the quotation before it; "Name:" at the start of
a paragraph is a transcript; a dash and a name behind a quotation is a signature.
"""

from analysis.speech.phrases import right
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft
from analysis.speech.words import Words

CONTINUED, FLOATING = "quote-continued", "quote-floating"
PARAGRAPHS_BACK = 2  # how far a quotation can be from the one it goes on with


def transcript(text: Words, first: int, last: int) -> Draft | None:
    """ "Chen: We start in May." - a speaker and a colon at the start of a paragraph."""
    if first and text.document.sentences[text.sentence(first) - 1].paragraph == _paragraph(text, first - 1):
        return None
    mention = text.mention_at[first]
    end = right(text, first, last) if mention else first
    if end == first or end >= last or text.lower[end] != ":" or end + 2 >= last:
        return None
    if not is_speaker(text, first, end):
        return None
    return Draft(
        ((end + 1, _paragraph_end(text, first)),),
        (end, end + 1),
        (first, end),
        "speech",
        "affirmed",
        "transcript",
    )


def signature(text: Words, first: int, last: int) -> Draft | None:
    """'"We start in May." - Silva, mayor of Porto' - a quotation, a dash and a name."""
    quote = text.quote_at[first]
    if not quote or quote.first != first or quote.last + 1 >= len(text.tokens) or not quote.speech:
        return None
    dash = quote.last
    if text.lower[dash].strip("-") or text.mention_at[dash + 1] is None:
        return None
    end = right(text, dash + 1, min(len(text.tokens), dash + 12))
    if not is_speaker(text, dash + 1, end):
        return None
    return Draft(
        ((quote.first, quote.last),),
        (dash, dash + 1),
        (dash + 1, end),
        "speech",
        "affirmed",
        "dash-signature",
    )


def floating(text: Words, first: int, last: int, before: list[Draft]) -> Draft | None:
    """A passage that is one quotation and nothing else goes on with the last quoted speaker, if he is near."""
    quote = text.quote_at[first]
    if not quote or quote.first != first or not quote.speech:
        return None
    if any(text.is_word(i) for i in range(quote.last, last) if text.quote_at[i] is None):
        return None
    end = max((q.last for q in text.quotes if q.first >= first and q.last <= last), default=quote.last)
    for draft in reversed(before):
        if draft.source is None or draft.cls != "speech":
            continue
        near = _paragraph(text, first) - _paragraph(text, draft.end - 1)
        announced = draft.cue is not None and text.lower[first - 1] == ":"
        quoted = any(
            text.quote_at[s] is not None or text.quote_at[e - 1] is not None for s, e in draft.contents
        )
        if near > PARAGRAPHS_BACK or not (quoted or announced or near == 0):
            return None
        rule = CONTINUED if near == 0 else FLOATING
        return Draft(((first, end),), None, draft.source, "speech", "affirmed", rule, outer=draft.outer)
    return None


def _paragraph(text: Words, token: int) -> int:
    return text.document.sentences[text.sentence(token) - 1].paragraph


def _paragraph_end(text: Words, first: int) -> int:
    paragraph = _paragraph(text, first)
    return max(s.last for s in text.document.sentences if s.paragraph == paragraph)
