"""The model engine: the rules first, then what was learnt from annotated news, then one list of statements.

The model sees what the rules found (it is one of its columns). Where both found a statement by one cue, the
model's spans stand and the rules' class and polarity; relayed speech and deeds done with words, which the
annotated corpus does not mark as we do, stay with the rules.
"""

from collections.abc import Sequence

from analysis.speech.model.columns import classes, columns
from analysis.speech.model.tagging import (
    Attribution,
    Numbered,
    by_cue,
    find_cues,
    followed,
    is_quoted,
    link,
    outermost,
    passage,
    rule_for,
)
from analysis.speech.model.weights import BITS, Weights, load
from analysis.speech.rules import confidences, drafts
from analysis.speech.source_core import core
from analysis.speech.speaking import head_of
from analysis.speech.statement import Draft, Span
from analysis.speech.verb_groups import verb_group
from analysis.speech.words import Words

ALONE = ("transcript", "dash-signature", "quote-floating", "impersonal", "quoted-as")
SURE = 0.75  # the measured precision from which a rule stands alone, where the model found nothing
MODEL = "model"


def model_drafts(text: Words, weights: Weights | None = None) -> list[Draft]:
    """The statements of an article by rules and model together, from the first to the last."""
    if not text.tokens:
        return []
    weights = weights or load()
    ruled = drafts(text)
    own = columns(text, ruled, weights.vocabulary)
    cues = find_cues(text, own, weights.cue, bits=BITS)
    known = by_cue(ruled)
    found = link(text, own, cues, known, weights.link, bits=BITS) if cues else []
    learnt = followed(text, outermost(found))
    return merged(text, ruled, [_draft(text, one, rule_for(known, one.cue)) for one in learnt])


def merged(text: Words, ruled: Sequence[Draft], learnt: Sequence[Draft]) -> list[Draft]:
    """One list of both: relays, transcripts and deeds by the rules, other statements by the model."""
    known = by_cue(ruled)
    outer = {d.outer for d in ruled if d.outer is not None}
    kept = [d for d in ruled if d.outer is not None or d.rule in ALONE or d.source in outer]
    _fill(kept, _rejoined(text, known, [d for d in learnt if d.rule != MODEL or _is_somebodys(text, d)]))
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


def _is_somebodys(text: Words, draft: Draft) -> bool:
    """Is it no speech, or speech of somebody, or at least quoted: not "Reportedly, trams matter"?"""
    return draft.cls != "speech" or draft.source is not None or is_quoted(text, draft.contents)


def _own(draft: Draft) -> set[int]:
    """The tokens that a statement claims: its content and its cue."""
    return {i for part in (*draft.contents, *([draft.cue] if draft.cue else [])) for i in range(*part)}


def _draft(text: Words, one: Attribution, rule: Draft | None) -> Draft:
    """The statement of an attribution; `rule` is what the rules found by the same cue."""
    if rule is None:
        cls, polarity, name, named = _class_of(text, one), _polarity(text, one), MODEL, None
    else:
        cls, polarity, name, named = rule.cls, rule.polarity, f"{MODEL}+{rule.rule}", rule.source
    source = one.source or named
    if source is None or named is None or not named[0] <= head_of(text, *core(text, source)) < named[1]:
        named = None  # the rules mean somebody else
    contents = _clear_of(one, source)
    return Draft(contents, one.cue, source, cls, polarity, name, implicit=source is None, named=named)


def _clear_of(one: Attribution, source: Span | None) -> tuple[Span, ...]:
    """The contents without a stretch that only goes on with the source: "according to the UN | agency"."""
    if source is None or one.cue[0] > source[0]:
        return one.contents
    return tuple(part for part in one.contents if part[0] != source[1]) or one.contents


def _class_of(text: Words, one: Attribution) -> str:
    """Speech, belief or act: by the lexicon's word in the cue; others speak where something is quoted."""
    known = classes()
    for i in range(one.cue[1] - 1, one.cue[0] - 1, -1):
        if text.lower[i] in known:
            return known[text.lower[i]]
    said = is_quoted(text, one.contents) or "according" in text.lower[slice(*one.cue)]
    return "speech" if said else "belief"


def _polarity(text: Words, one: Attribution) -> str:
    """Whether the cue's verb group says that it was said at all."""
    first, _ = text.passages[passage(text, one.cue[0])]
    last = next(
        (i for i in range(one.cue[1] - 1, one.cue[0] - 1, -1) if text.lower[i] in classes()), one.cue[0]
    )
    return verb_group(text, last, first).polarity
