"""Source phrases: "according to the ministry", "in Chen's view" - a source brought in without a verb.

The phrase claims the sentence around it. Where that sentence holds a statement of somebody else, the source
of the phrase only passed it on (`via`).
"""

from functools import cache

from analysis.lexicons import entries
from analysis.speech.phrases import CALENDAR, right
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft, Span
from analysis.speech.words import Words

SHORTEST = 2  # tokens of a content


@cache
def _before() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that the source follows, by their first word: (words, class), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for e in entries("source_phrases"):
        words = tuple(e["phrase"].split())
        named = e["phrase"].startswith("according to") or (
            len(words) > 2 and (words[0] == "as" or words[-1] == "of")
        )
        if e["position"] == "before" and named:
            table.setdefault(words[0], []).append((words, e["class"]))
    return {head: tuple(sorted(rows, key=lambda r: -len(r[0]))) for head, rows in table.items()}


@cache
def _around() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]:
    """The phrases around a possessor ("in ... view"), by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    for e in entries("source_phrases"):
        if e["position"] == "around" and e["phrase"].startswith("in "):
            head, tail = e["phrase"].split(" ... ")
            table.setdefault(head.split()[0], []).append(
                (tuple(head.split()), tuple(tail.split()), e["class"])
            )
    return {head: tuple(rows) for head, rows in table.items()}


def phrase_drafts(text: Words, first: int, last: int) -> list[Draft]:
    """The statements of a passage that a source phrase attributes."""
    found: list[Draft] = []
    i = first
    while i < last:
        draft = None if text.quote_at[i] else _draft_at(text, i, first, last)
        if draft and draft.cue:
            found.append(draft)
            i = draft.source[1] if draft.source else i + 1
        else:
            i += 1
    return found


def _draft_at(text: Words, i: int, first: int, last: int) -> Draft | None:
    for phrase, cls in _before().get(text.lower[i], ()):
        end = i + len(phrase)
        if tuple(text.lower[i:end]) == phrase and end < last:
            stop = right(text, end, last)
            known = stop > end and is_speaker(text, end, stop)  # not "according to plan"
            return _around_it(text, (i, end), (end, stop), cls, first, last) if known else None
    for head, tail, cls in _around().get(text.lower[i], ()):
        start = i + len(head)
        if tuple(text.lower[i:start]) != head:
            continue
        for end in range(start + 1, min(start + 6, last)):
            if tuple(text.lower[end : end + len(tail)]) == tail:
                owner = end - 1 if text.lower[end - 1] in ("'s", "'") else end
                owned = owner < end or text.lower[start] in ("his", "her", "their", "its", "my", "our")
                if owned:
                    return _around_it(text, (i, end + len(tail)), (start, owner), cls, first, last)
                break
    return None


def _around_it(text: Words, cue: Span, source: Span, cls: str, first: int, last: int) -> Draft | None:
    """The content of a source phrase: the rest of its sentence, before and behind it."""
    start, end = min(cue[0], source[0]), max(cue[1], source[1])
    sentence = text.document.sentences[text.sentence(cue[0]) - 1]
    quote = text.quote_at[sentence.first]
    low = max(first, quote.first if quote else sentence.first)
    high = min(last, sentence.last)
    while high < last and text.quote_at[high] and text.quote_at[high].first < high:
        high = text.quote_at[high].last
    contents = [part for part in (_part(text, low, start), _part(text, end, high)) if part]
    if not contents:
        return None
    rule = "according-to" if cue[1] <= source[0] else "in-ones-view"
    return Draft(
        tuple(contents), (cue[0], cue[1]) if cue[1] <= source[0] else cue, source, cls, "affirmed", rule
    )


def _part(text: Words, start: int, end: int) -> Span | None:
    """A part of the content without punctuation and bare dates at its edges."""
    while (
        end > start
        and (text.tokens[end - 1].text in ".,;:-" or text.lower[end - 1] in CALENDAR)
        and not text.quote_at[end - 1]
    ):
        end -= 1
    while start < end and (
        text.tokens[start].text in ",;:-"
        or text.lower[start] in CALENDAR
        or text.lower[start] in ("and", "but")
    ):
        start += 1
    return (start, end) if end - start >= SHORTEST else None
