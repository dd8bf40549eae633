"""Loose quotations: those that no verb announces - follow-ons, transcripts, a name after a dash.

A paragraph that is one quotation goes on with the speaker of the quotation before it; "Name:" at the start of
a paragraph is a transcript; a dash and a name behind a quotation is a signature.
"""

from collections.abc import Sequence

from analysis.speech.phrases import right
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft
from analysis.speech.words import Words

CONTINUED, FLOATING = "quote-continued", "quote-floating"
PARAGRAPHS_BACK = 2  # how far a quotation can be from the one it goes on with
SIGNATURE = 12  # tokens from the dash to the end of a name and an office


def transcript(text: Words, first: int, last: int) -> Draft | None:
    """ "Chen: We start in May." - a speaker and a colon at the start of a paragraph."""
    if text.mention_at[first] is None or (first and _paragraph(text, first - 1) == _paragraph(text, first)):
        return None
    end = right(text, first, last)
    if end == first or end + 2 >= last or text.lower[end] != ":" or not is_speaker(text, first, end):
        return None
    content = (end + 1, _paragraph_end(text, first))
    return Draft((content,), (end, end + 1), (first, end), "speech", "affirmed", "transcript")


def signature(text: Words, first: int) -> Draft | None:
    """'"We start in May." - Silva, mayor of Porto' - a quotation, a dash and a name."""
    quote = text.quote_at[first]
    if not quote or quote.first != first or quote.last + 1 >= len(text.tokens) or not quote.speech:
        return None
    dash, name = quote.last, quote.last + 1
    if text.lower[dash].strip("-") or text.mention_at[name] is None:
        return None
    end = right(text, name, min(len(text.tokens), dash + SIGNATURE))
    if not is_speaker(text, name, end):
        return None
    content = (quote.first, quote.last)
    return Draft((content,), (dash, name), (name, end), "speech", "affirmed", "dash-signature")


def floating(text: Words, first: int, last: int, before: Sequence[Draft]) -> Draft | None:
    """A passage that is one quotation and nothing else goes on with the last quoted speaker, if near."""
    quote = text.quote_at[first]
    if not quote or quote.first != first or not quote.speech:
        return None
    if any(text.is_word(i) for i in range(quote.last, last) if text.quote_at[i] is None):
        return None
    draft = next((d for d in reversed(before) if d.source is not None and d.cls == "speech"), None)
    if draft is None:
        return None
    distance = _paragraph(text, first) - _paragraph(text, draft.end - 1)
    announced = draft.cue is not None and text.lower[first - 1] == ":"
    if distance > PARAGRAPHS_BACK or not (distance == 0 or announced or _is_quoted(text, draft)):
        return None
    end = max((q.last for q in text.quotes if q.first >= first and q.last <= last), default=quote.last)
    rule = CONTINUED if distance == 0 else FLOATING
    return Draft(((first, end),), None, draft.source, "speech", "affirmed", rule, outer=draft.outer)


def _is_quoted(text: Words, draft: Draft) -> bool:
    """Does a part of its content begin or end in a quotation?"""
    return any(text.quote_at[s] is not None or text.quote_at[e - 1] is not None for s, e in draft.contents)


def _paragraph(text: Words, token: int) -> int:
    return text.sentence_of(token).paragraph


def _paragraph_end(text: Words, first: int) -> int:
    paragraph = _paragraph(text, first)
    return max(s.last for s in text.document.sentences if s.paragraph == paragraph)
