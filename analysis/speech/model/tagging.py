"""Tagging: from a text's columns to attributions in tokens - its cues first, then content and source for each.

What lies inside another attribution's content is dropped (the outermost reporter wins, as in the corpus the
weights were learned from), and a quotation that goes on in the next sentence is followed.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.speech.model.columns import Columns
from analysis.speech.model.crf import Model, emissions, viterbi
from analysis.speech.model.templates import cue_rows, link_rows
from analysis.speech.statement import Draft, Span
from analysis.speech.words import Words

CUE_LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
LINK_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
LEFT, RIGHT = 70, 90  # tokens of a passage that are looked at on either side of a cue
SOURCELESS = 3.0  # what it costs a statement to have no source; chosen on a fifth of the training articles


class Attribution(NamedTuple):
    """A cue with its source and content, as token ranges; `sure` is the model's probability of the cue."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    sure: float


def runs(flags: Sequence[bool], start: int) -> list[Span]:
    """The stretches of true flags, as half-open ranges that begin to count at `start`."""
    found: list[Span] = []
    for i in np.flatnonzero(flags):
        at = int(i) + start
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def window(text: Words, cue: Span) -> Span:
    """The stretch in which a cue's source and content are looked for: its passage, cut far from the cue."""
    first, last = next(p for p in text.passages if p[0] <= cue[0] < p[1])
    return max(first, cue[0] - LEFT), min(last, cue[1] + RIGHT)


def rule_for(drafts: Sequence[Draft], cue: Span) -> tuple[Span | None, tuple[Span, ...]] | None:
    """What the rules made of a cue: its source and contents, or None where they do not know it."""
    for d in drafts:
        if d.cue and d.cue[0] < cue[1] and cue[0] < d.cue[1]:
            return d.source, d.contents
    return None


def find_cues(text: Words, columns: Columns, model: Model, *, bits: int, lean: float = 0.0) -> list[Span]:
    """The cues of an article; `lean` > 0 finds more of them."""
    scores = emissions(model, cue_rows(text, columns, bits))
    scores[:, 1] += lean
    labels = viterbi(model, scores, [s.last - s.first for s in text.document.sentences])
    return runs_of(labels, 1, 2)


def runs_of(labels: np.ndarray, begin: int, inside: int) -> list[Span]:
    """The ranges labelled `begin` and then `inside`."""
    found = []
    for i in np.flatnonzero(labels == begin).tolist():
        end = i + 1
        while end < len(labels) and labels[end] == inside:
            end += 1
        found.append((i, end))
    return found


def link(
    text: Words, columns: Columns, cues: list[Span], drafts: Sequence[Draft], model: Model, *, bits: int
) -> list[Attribution]:
    """Source and content of each cue."""
    windows = [window(text, cue) for cue in cues]
    rows, lengths = link_rows(text, columns, cues, windows, [rule_for(drafts, c) for c in cues], bits)
    scores, sizes = emissions(model, rows), lengths.tolist()
    labels = viterbi(model, scores, sizes)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    bare = [k for k in range(len(cues)) if not (labels[starts[k] : ends[k]] == 1).any()]
    if bare:
        index = np.concatenate([np.arange(starts[k], ends[k]) for k in bare])
        again = scores[index].copy()
        again[:, 1] += SOURCELESS
        labels[index] = viterbi(model, again, [sizes[k] for k in bare])
    made = []
    for k, cue in enumerate(cues):
        own, low = labels[starts[k] : ends[k]], windows[k][0]
        sources = runs((own == 1) | (own == 2), low)
        source = min(sources, key=lambda s: min(abs(s[0] - cue[1]), abs(s[1] - cue[0])), default=None)
        contents = tuple(runs((own == 3) | (own == 4), low))
        if contents:
            made.append(Attribution(cue, source, contents, 1.0))
    return made


def outermost(found: list[Attribution]) -> list[Attribution]:
    """Drop the attributions whose cue stands in the content of another."""
    kept = []
    for one in found:
        holders = [o for o in found if o is not one and any(a <= one.cue[0] < b for a, b in o.contents)]
        mutual = [o for o in holders if any(a <= o.cue[0] < b for a, b in one.contents) and o.cue > one.cue]
        if len(mutual) == len(holders):
            kept.append(one)
    return kept


def followed(text: Words, found: list[Attribution]) -> list[Attribution]:
    """Take in the sentences that only go on with a quotation: '"We open," Silva said. "Come."'."""
    claimed = {i for one in found for a, b in (one.cue, *one.contents) for i in range(a, b)}
    passages = text.passages
    at = {first: k for k, (first, _) in enumerate(passages)}
    made = []
    for one in found:
        k = at[next(p[0] for p in passages if p[0] <= one.cue[0] < p[1])] + 1
        more = list(one.contents)
        quoted = any(q and q.speech for a, b in more for q in text.quote_at[a:b])
        while quoted and k < len(passages) and _goes_on(text, passages[k - 1], passages[k], claimed):
            more.append(passages[k])
            k += 1
        made.append(one._replace(contents=tuple(more)))
    return made


def _goes_on(text: Words, before: Span, passage: Span, claimed: set[int]) -> bool:
    quote = text.quote_at[passage[0]]
    if quote is None or quote.first != passage[0] or not quote.speech:
        return False
    if _paragraph(text, before[0]) != _paragraph(text, passage[0]) and not quote.quotation.continued:
        return False
    bare = any(text.is_word(i) for i in range(quote.last, passage[1]) if text.quote_at[i] is None)
    return not bare and claimed.isdisjoint(range(*passage))


def _paragraph(text: Words, token: int) -> int:
    return text.document.sentences[text.sentence(token) - 1].paragraph
