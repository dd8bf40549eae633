"""Attribution: an article's statements, each with its source, its cue and the rule that found it."""

from collections.abc import Sequence

from analysis.errors import CommuniqueError
from analysis.language.document import Document
from analysis.language.referents import Referents
from analysis.speech.model.engine import model_drafts
from analysis.speech.resolve import Speaker, resolve
from analysis.speech.rules import confidences, drafts
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
    found = model_drafts(text) if engine == "model" else drafts(text)
    return tuple(statement(text, number, draft) for number, draft in enumerate(found, 1))


def statement(text: Words, number: int, draft: Draft) -> Statement:
    """The statement of a draft: its tokens become offsets, its source a speaker, its rule a confidence."""
    document = text.document
    spans = tuple(text.span(*part) for part in draft.contents)
    speaker = _speaker(text, draft)
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


def _speaker(text: Words, draft: Draft) -> Speaker:
    """Whom the words of the source mean, else those that the rules took for the source."""
    whole = resolve(text, draft.source)
    if draft.named is None or whole.name in text.referents.by_name or whole.joint:
        return whole
    part = resolve(text, draft.named)
    return part if part.name in text.referents.by_name or whole.name is None else whole


def _kind(text: Words, contents: Sequence[Span]) -> str:
    """Direct where all is quoted, mixed where a part of two words or more is, indirect otherwise."""
    if not any(any(text.quote_at[first:last]) for first, last in contents):
        has_words = any(text.is_word(i) for part in contents for i in range(*part))
        return "indirect" if has_words else "direct"
    words = [i for part in contents for i in range(*part) if text.is_word(i)]
    quoted = sum(text.quote_at[i] is not None for i in words)
    if quoted == len(words):
        return "direct"
    return "mixed" if quoted > 1 else "indirect"
