"""The model engine: the rules first, then what was learnt from annotated news, then one list of statements.

The model sees what the rules found (it is one of its columns). Where both found a statement by one cue, the
model's spans stand and the rules' class and polarity; relayed speech and deeds done with words, which the
annotated corpus does not mark as we do, stay with the rules.
"""

from analysis.speech.model.columns import classes, columns
from analysis.speech.model.merging import MODEL, merged
from analysis.speech.model.tagging import (
    Attribution,
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
from analysis.speech.rules import drafts
from analysis.speech.source_core import core
from analysis.speech.speaking import head_of
from analysis.speech.statement import Draft, Span
from analysis.speech.verb_groups import verb_group
from analysis.speech.words import Words


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
