"""Findings: what the three engines found in one article, as the rows of the tables of `analysis.schema`.

Rows are plain values only (numbers, strings, lists, dictionaries, None for what is missing), so that they
serve the DataFrames, the JSON record and a column of nested values in Parquet alike.
"""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import Any, NamedTuple

from analysis.cooperation.taxonomy import load
from analysis.language import Document
from analysis.sentiment import SentenceTone, mean_of, own_tones, voices

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

    A speaker's tone is that of their own words: the mean over all sentences that carry a counted statement of
    theirs (affirmed, class speech), each sentence once, with their number, spread and interval. A sentence's
    direction is the mean score of the acts that it tells, over ten.
    """
    text, directions = document.text, directions_of(acts)
    said = [_statement(s, document, tones) for s in statements]
    return Findings(
        [
            {
                "sentence": number,
                "start": tone.start,
                "end": tone.end,
                "tone": tone.tone,
                "direction": directions.get(number),
                "tone_vader": tone.tone_vader,
                "hits": [hit._asdict() for hit in tone.hits],
                "voice": voice,
                "text": text[tone.start : tone.end],
            }
            for number, (tone, voice) in enumerate(
                zip(tones, voices(document, statements), strict=True), start=1
            )
        ],
        said,
        [_speaker(s, said) for s in speakers],
        [_act(act, text) for act in acts],
        [plain(row) for row in themes],
    )


def plain(value: Any) -> Any:
    """A value as JSON has it: tuples are lists, named tuples dictionaries, NaN and "" are None."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return None if value == "" or value != value else value


def directions_of(acts: Sequence[Any]) -> dict[int, float]:
    """The direction of each sentence that tells an act: the mean of their scores in the taxonomy, over ten.

    The scores are those of Goldstein and CAMEO, from -10 (conflict) to 8 (cooperation); topics and kind words
    play no part.
    """
    known = load().acts
    scores: dict[int, list[float]] = {}
    for act in acts:
        if act.side != "none" and act.act in known:
            scores.setdefault(act.sentence, []).append(known[act.act].score)
    return {number: round(fmean(some) / 10, 4) + 0.0 for number, some in scores.items()}


def _statement(statement: Any, document: Document, tones: Sequence[SentenceTone]) -> Row:
    names = ("id", "sentence", "spans", "kind", "cls", "polarity", "cue", "source", "speaker")
    more = ("speaker_type", "via", "joint", "words", "confidence", "rule", "text")
    row = {"class" if n == "cls" else n: plain(getattr(statement, n)) for n in (*names, *more)}
    own = own_tones(document, tones, statement.spans)
    return row | {"tones": [{"sentence": number, "tone": tone} for number, tone in own.items()]}


def _speaker(speaker: Any, said: Sequence[Row]) -> Row:
    own: dict[int, list[float]] = {}
    for row in said:
        if row["class"] == "speech" and row["polarity"] == "affirmed" and row["speaker"] == speaker.name:
            for one in row["tones"]:
                own.setdefault(one["sentence"], []).append(one["tone"])
    tone = mean_of(fmean(some) for some in own.values())
    names = ("name", "aliases", "role", "side", "type", "statements", "words", "share")
    more = ("words_direct", "words_indirect", "words_mixed")
    row = {n: plain(getattr(speaker, n)) for n in (*names, *more)}
    return row | {
        "tone": tone.mean,
        "tone_n": tone.n,
        "tone_spread": tone.spread,
        "tone_low": tone.low,
        "tone_high": tone.high,
    }


def _act(act: Any, text: str) -> Row:
    names = ("sentence", "start", "end", "act", "stage", "side", "themes", "actors", "recipients")
    more = ("proposer", "via", "cue", "rule")
    return {n: plain(getattr(act, n)) for n in (*names, *more)} | {"text": text[act.start : act.end]}
