"""Merging: what the rules found and what was learnt, as one list in which no word belongs to two.

The model's spans stand. Relayed speech, transcripts and deeds done with words, which the annotated corpus
does not mark as we do, stay with the rules, and so do the finds of those rules that are seldom wrong.
"""

from collections.abc import Sequence

from analysis.speech.model.tagging import Numbered, by_cue, is_quoted, rule_for
from analysis.speech.rules import confidences
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft
from analysis.speech.words import Words

ALONE = ("transcript", "dash-signature", "quote-floating", "impersonal", "quoted-as")
MODEL = "model"
REACH = 4  # tokens from a conjunction to the verb behind it: "and | has since suggested"
SURE = 0.65  # the measured precision from which a rule stands alone, where the model found nothing


def merged(text: Words, ruled: Sequence[Draft], learnt: Sequence[Draft]) -> list[Draft]:
    """One list of both: relays, transcripts and deeds by the rules, other statements by the model."""
    known = by_cue(ruled)
    outer = {d.outer for d in ruled if d.outer is not None}
    kept = [d for d in ruled if d.outer is not None or d.rule in ALONE or d.source in outer]
    chosen = [d for d in learnt if d.rule != MODEL or _is_somebodys(text, d)]
    _fill(kept, _parted(text, known, _rejoined(text, known, chosen)))
    _fill(kept, [d for d in ruled if d.cls == "act" or confidences()[d.rule] >= SURE])
    return sorted(kept, key=lambda d: (d.start, d.cue or (0, 0)))


def _fill(kept: list[Draft], more: Sequence[Draft]) -> None:
    """Add those of `more` that claim no word and no cue of what is there already."""
    taken = {i for d in kept for i in _own(d)}
    for d in more:
        own = _own(d)
        if taken.isdisjoint(own):
            kept.append(d)
            taken |= own


def _rejoined(text: Words, known: Numbered, learnt: Sequence[Draft]) -> list[Draft]:
    """Give a statement the rules' content where the model broke it off for an intention inside it.

    "Oh suggested exchanges, aiming to ...": in the annotated corpus such an aim stands outside.
    """
    thoughts = [d.cue for d in learnt if d.rule == MODEL and d.cls != "speech" and d.cue]
    made = []
    for d in learnt:
        rule = rule_for(known, d.cue) if d.cue else None
        broken = rule is not None and (
            any(a <= c[0] < b for c in thoughts for a, b in rule.contents)
            or (d.end + 1 < rule.end and text.lower[d.end] == "," and text.lower[d.end + 1].endswith("ing"))
        )
        made.append(d._replace(contents=rule.contents) if rule and broken else d)
    return made


def _parted(text: Words, known: Numbered, learnt: Sequence[Draft]) -> list[Draft]:
    """Part a statement where the rules saw a second verb of its speaker: "said A | and suggested B"."""
    cues = {i for d in learnt if d.cue for i in range(*d.cue)}
    every = [d for _, d in sorted(dict(known.values()).items())]
    made: list[Draft] = []
    for d in learnt:
        rule = rule_for(known, d.cue) if d.cue else None
        more = [r for r in _coordinated(every, rule) if cues.isdisjoint(range(*r.cue))] if rule else []
        made.append(d)
        for second in more:
            end = _before_conjunction(text, second.cue[0])
            k = next((k for k, (a, b) in enumerate(d.contents) if a + 1 < end and second.cue[0] < b), None)
            if k is not None:
                made[-1] = d._replace(contents=(*d.contents[:k], (d.contents[k][0], end)))
                made.append(second)
                break
    return made


def _coordinated(ruled: Sequence[Draft], rule: Draft) -> list[Draft]:
    """The drafts of the rules with the same source behind the content of one of them."""
    same = [d for d in ruled if d.source == rule.source and d is not rule] if rule.source else []
    return [d for d in same if rule.start < d.cue[0] and rule.end <= d.cue[0]]


def _before_conjunction(text: Words, cue: int) -> int:
    """Where the clause before "and suggested" ends; 0 where no conjunction stands before the verb."""
    at = next((i for i in range(cue - 1, max(0, cue - REACH), -1) if text.lower[i] in ("and", "but")), 0)
    return at - (at > 0 and text.lower[at - 1] == ",")


def _is_somebodys(text: Words, draft: Draft) -> bool:
    """Is it speech of somebody or at least quoted, or a belief of somebody who can hold one?

    "Reportedly, trams matter" is nobody's speech, "recent years have seen a slowdown" nobody's belief.
    """
    if draft.cls == "speech":
        return draft.source is not None or is_quoted(text, draft.contents)
    return draft.source is not None and is_speaker(text, *draft.source)


def _own(draft: Draft) -> set[int]:
    """The tokens that a statement claims: its content and its cue."""
    return {i for part in (*draft.contents, *([draft.cue] if draft.cue else [])) for i in range(*part)}
