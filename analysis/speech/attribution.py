"""Attribution: an article's statements, each with its source, its cue and the rule that found it."""

from collections.abc import Sequence
from functools import cache

from analysis.errors import CommuniqueError
from analysis.language.document import Document
from analysis.language.referents import Referents
from analysis.lexicons import entries
from analysis.speech.loose_quotes import CONTINUED, FLOATING, floating, signature, transcript
from analysis.speech.noun_cues import noun_drafts
from analysis.speech.passage import passage_drafts
from analysis.speech.relay import relayed
from analysis.speech.resolve import resolve
from analysis.speech.source_phrases import phrase_drafts
from analysis.speech.statement import Draft, Span, Statement
from analysis.speech.words import Words

ENGINES = ("model", "rules")


def attribute(document: Document, referents: Referents, *, engine: str = "model") -> tuple[Statement, ...]:
    """Find who says, thinks or does what with words, from the first statement to the last.

    `engine` is "model", the rules with what was learnt from annotated news on top, or "rules" alone.

    Words are whitespace tokens of the content. The content of reported speech includes its "that" and leaves
    out the full stop; a quotation includes its marks. Sources that cannot be resolved keep their own words.

    >>> from analysis.language.coreference import refer
    >>> from analysis.language import parse
    >>> from analysis.reading import from_text
    >>> document = parse(from_text("Mayor Rui Costa said that trams matter."))
    >>> [(s.speaker, s.words, s.rule) for s in attribute(document, refer(document))]
    [('Rui Costa', 3, 'model+cue-that')]
    """
    if engine not in ENGINES:
        raise CommuniqueError(f"There is no engine {engine!r}: it is {' or '.join(ENGINES)}.")
    text = Words(document, referents)
    if engine == "model":
        from analysis.speech.model.engine import model_drafts

        found = model_drafts(text)
    else:
        found = drafts(text)
    return tuple(statement(text, number, draft) for number, draft in enumerate(found, 1))


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


def statement(text: Words, number: int, draft: Draft) -> Statement:
    """The statement of a draft: its tokens become offsets, its source a speaker, its rule a confidence."""
    document = text.document
    spans = tuple(text.span(*part) for part in draft.contents)
    speaker = resolve(text, draft.named or draft.source)
    return Statement(
        id=number,
        sentence=text.sentence(draft.start),
        spans=spans,
        kind="direct" if draft.rule == "transcript" else _kind(text, draft.contents),
        cls=draft.cls,
        polarity=draft.polarity,
        cue=text.span(*draft.cue) if draft.cue else None,
        source=text.span(*draft.source) if draft.source else None,
        speaker=speaker.name,
        speaker_type=speaker.type,
        via=resolve(text, draft.outer).name if draft.outer else None,
        joint=speaker.joint,
        words=sum(document.words(*span) for span in spans),
        confidence=confidences().get(draft.rule, 0.5),
        rule=draft.rule,
        text=" … ".join(document.text[start:end] for start, end in spans),
    )


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


def _kind(text: Words, contents: Sequence[Span]) -> str:
    """Direct where all is quoted, mixed where a part of two words or more is, indirect otherwise."""
    words = [i for part in contents for i in range(*part) if text.is_word(i)]
    quoted = sum(text.quote_at[i] is not None for i in words)
    if quoted == len(words):
        return "direct"
    return "mixed" if quoted > 1 else "indirect"
