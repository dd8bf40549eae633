"""Findings: what the three engines found in one article, as the rows of the tables of `analysis.schema`.

Rows are plain values only (numbers, strings, lists, dictionaries, None for what is missing), so that they
serve the DataFrames, the JSON record and a column of nested values in Parquet alike.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.language import Document
from analysis.sentiment import SentenceTone, tone_of, voices

Row = dict[str, Any]


class Findings(NamedTuple):
    """The rows of the five tables, in the order of the article (speakers: those with most words first)."""

    sentences: list[Row]
    statements: list[Row]
    speakers: list[Row]
    acts: list[Row]
    themes: list[Row]


def gather(
    document: Document,
    tones: Sequence[SentenceTone],
    statements: Sequence[Any],
    speakers: Sequence[Any],
    acts: Sequence[Any],
    themes: Iterable[Row],
) -> Findings:
    """Bring what the engines hand over into rows, and the tone to the speakers.

    A speaker's tone is the mean over all sentences that carry a counted statement of theirs (affirmed, class
    speech), each sentence once, with their number and sample standard deviation (None below two).
    """
    text = document.text
    return Findings(
        [
            {
                "sentence": number,
                "start": tone.start,
                "end": tone.end,
                "tone": tone.tone,
                "tone_vader": tone.tone_vader,
                "hits": [hit._asdict() for hit in tone.hits],
                "voice": voice,
                "text": text[tone.start : tone.end],
            }
            for number, (tone, voice) in enumerate(
                zip(tones, voices(document, statements), strict=True), start=1
            )
        ],
        [_statement(s) for s in statements],
        [_speaker(s, statements, tones) for s in speakers],
        [_act(act, text) for act in acts],
        [plain(row) for row in themes],
    )


def counts(statement: Any) -> bool:
    """Does a statement count in the shares: is it speech, and affirmed?"""
    return statement.cls == "speech" and statement.polarity == "affirmed"


def plain(value: Any) -> Any:
    """A value as JSON has it: tuples are lists, named tuples dictionaries, NaN and "" are None."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return None if value == "" or value != value else value


def _statement(statement: Any) -> Row:
    names = ("id", "sentence", "spans", "kind", "cls", "polarity", "cue", "source", "speaker")
    more = ("speaker_type", "via", "joint", "words", "confidence", "rule", "text")
    return {"class" if n == "cls" else n: plain(getattr(statement, n)) for n in (*names, *more)}


def _speaker(speaker: Any, statements: Sequence[Any], tones: Sequence[SentenceTone]) -> Row:
    spans = [span for s in statements if counts(s) and s.speaker == speaker.name for span in s.spans]
    tone = tone_of(tones, spans)
    names = ("name", "aliases", "role", "side", "type", "statements", "words", "share")
    more = ("words_direct", "words_indirect", "words_mixed")
    row = {n: plain(getattr(speaker, n)) for n in (*names, *more)}
    return row | {"tone": tone.mean, "tone_n": tone.n, "tone_spread": tone.spread}


def _act(act: Any, text: str) -> Row:
    names = ("sentence", "start", "end", "act", "stage", "side", "themes", "actors", "recipients")
    more = ("proposer", "via", "cue", "rule")
    return {n: plain(getattr(act, n)) for n in (*names, *more)} | {"text": text[act.start : act.end]}
