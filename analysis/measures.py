"""The numbers that figures, prose and tables share: read off a reading's tables, nothing drawn or worded
here.

Every function takes a reading (anything with `.article` and the tables of `analysis.schema`). What counts as
speech is decided once, in `spoken`: statements of class speech that are affirmed.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import fmean, stdev
from typing import Any, NamedTuple

from analysis.wording import NEUTRAL

NARRATOR = "the narrator"
UNNAMED = "an unnamed source"
COUNTED_ROLES = ("object", "aim")  # the roles in which a theme counts as a mention (schema.THEMES)
STAGES = ("past", "ongoing", "planned", "agreed", "proposed", "tentative", "stalled")  # from done to doubtful
UNSTAGED = "no stage"
_KINDS = ("direct", "indirect", "mixed")


class Speaker(NamedTuple):
    """One speaker's part; `folded` is the number of speakers in the row, more than one for the "others"."""

    name: str
    statements: int
    words: int
    share: float
    direct: int
    indirect: int
    mixed: int
    tone: float | None
    tone_n: int
    tone_spread: float | None
    folded: int = 1


class Piece(NamedTuple):
    """A stretch of somebody's words, in word positions of the article, half-open."""

    first: int
    last: int
    kind: str
    via: str | None


class Moment(NamedTuple):
    """One sentence in the course of the tone, with the rolling mean and spread around it."""

    sentence: int
    tone: float
    vader: float
    voice: str
    text: str
    mean: float
    spread: float
    vader_mean: float


class Mention(NamedTuple):
    """One theme in one act: who, at which stage, in what tone."""

    theme: str
    role: str
    stage: str
    side: str
    act: str
    who: tuple[str, ...]
    tone: float
    sentence: int
    number: int  # of the act in the article


def known(value: Any) -> Any:
    """A table's cell, or None where it is missing, whatever pandas has made of it."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return value


def rows(frame) -> list[dict[str, Any]]:
    """A table as plain dictionaries, missing values as None."""
    names = list(frame.columns)
    columns = [frame[name].tolist() for name in names]
    return [{n: known(v) for n, v in zip(names, row, strict=True)} for row in zip(*columns, strict=True)]


def spoken(reading) -> list[dict[str, Any]]:
    """The statements that count in every share: class speech, affirmed."""
    return [s for s in rows(reading.statements) if s["class"] == "speech" and s["polarity"] == "affirmed"]


def words_in_all(reading) -> int:
    """The number of words of the article, whitespace tokens."""
    return reading.article.n_words


def words_spoken(reading) -> int:
    """The number of words that somebody is reported to have said, named or not."""
    return sum(s["words"] for s in spoken(reading))


def words_told(reading) -> int:
    """The narrator's remainder: the words that are nobody's statement."""
    return max(words_in_all(reading) - words_spoken(reading), 0)


def carried(reading) -> dict[str, list[int]]:
    """For each speaker, the numbers of the sentences that carry a statement that counts."""
    sentences = rows(reading.sentences)
    starts = [s["start"] for s in sentences]
    ends = [s["end"] for s in sentences]
    found: dict[str, set[int]] = {}
    for statement in spoken(reading):
        numbers = found.setdefault(statement["speaker"] or UNNAMED, set())
        for start, end in statement["spans"]:
            numbers.update(
                s["sentence"] for s in sentences[bisect_right(ends, start) : bisect_left(starts, end)]
            )
    return {name: sorted(numbers) for name, numbers in found.items()}


def heard(reading) -> dict[str, dict[int, float]]:
    """For each speaker the tone of their own words in each sentence that carries them, by its number."""
    found: dict[str, dict[int, list[float]]] = {}
    for statement in spoken(reading):
        own = found.setdefault(statement["speaker"] or UNNAMED, {})
        for one in statement["tones"] or ():
            own.setdefault(one["sentence"], []).append(one["tone"])
    return {
        name: {number: fmean(some) for number, some in sorted(own.items())} for name, own in found.items()
    }


def spread(values: Sequence[float]) -> float | None:
    """The standard deviation of a sample, or None where there are fewer than two values."""
    return stdev(values) if len(values) > 1 else None


def speakers(reading, *, most: int = 8) -> tuple[Speaker, ...]:
    """The speakers by words, the longest first; more than `most` are folded into one last row, "5 others"."""
    found = sorted(
        [*rows(reading.speakers), *_unnamed(reading)], key=lambda s: (-s["words"], s["name"] or UNNAMED)
    )
    if len(found) > most + 1:
        found, rest = found[:most], found[most:]
    else:
        rest = []
    shown = [
        Speaker(
            s["name"] or UNNAMED,
            s["statements"],
            s["words"],
            s["share"] or 0.0,
            s["words_direct"],
            s["words_indirect"],
            s["words_mixed"],
            s["tone"],
            s["tone_n"],
            s["tone_spread"],
        )
        for s in found
    ]
    if rest:
        own = heard(reading)
        some = [tone for s in rest for tone in own.get(s["name"] or UNNAMED, {}).values()]
        total = {
            key: sum(s[key] or 0 for s in rest) for key in rest[0] if key.startswith(("words", "sta", "sha"))
        }
        shown.append(
            Speaker(
                f"{len(rest)} others",
                total["statements"],
                total["words"],
                total["share"],
                total["words_direct"],
                total["words_indirect"],
                total["words_mixed"],
                fmean(some) if some else None,
                len(some),
                spread(some),
                len(rest),
            )
        )
    return tuple(shown)


def _unnamed(reading) -> list[dict[str, Any]]:
    """The row of the statements of nobody in particular: the table of speakers has the named ones only."""
    own = [s for s in spoken(reading) if s["speaker"] is None]
    if not own or reading.speakers["name"].isna().any():
        return []
    some = list(heard(reading).get(UNNAMED, {}).values())
    words = sum(s["words"] for s in own)
    return [
        {
            "name": None,
            "statements": len(own),
            "words": words,
            "share": words / max(words_spoken(reading), 1),
            **{f"words_{k}": sum(s["words"] for s in own if s["kind"] == k) for k in _KINDS},
            "tone": fmean(some) if some else None,
            "tone_n": len(some),
            "tone_spread": spread(some),
        }
    ]


def lanes(reading, *, most: int = 8) -> dict[str, tuple[Piece, ...]]:
    """For each speaker (others folded) and the narrator, the stretches of the article that are theirs."""
    words = [m.span() for m in re.finditer(r"\S+", reading.article.text)]
    starts, ends = [w[0] for w in words], [w[1] for w in words]
    shown = speakers(reading, most=most)
    pieces: dict[str, list[Piece]] = {s.name: [] for s in shown}
    taken = bytearray(len(words))
    for statement in spoken(reading):
        name = statement["speaker"] or UNNAMED
        lane = pieces.get(name, pieces[shown[-1].name]) if shown else pieces.setdefault(name, [])
        for start, end in statement["spans"]:
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            lane.append(Piece(first, last, statement["kind"], statement["via"]))
            taken[first:last] = b"\x01" * (last - first)
    told = [Piece(m.start(), m.end(), "told", None) for m in re.finditer(rb"\x00+", bytes(taken))]
    return {**{name: tuple(sorted(lane)) for name, lane in pieces.items()}, NARRATOR: tuple(told)}


def course(reading, *, window: int = 5) -> tuple[Moment, ...]:
    """The tone sentence by sentence, with mean and spread over the `window` sentences around each."""
    sentences = rows(reading.sentences)
    tones = [s["tone"] or 0.0 for s in sentences]
    vaders = [s["tone_vader"] or 0.0 for s in sentences]
    before, after = (window - 1) // 2, window // 2 + 1
    moments = []
    for i, s in enumerate(sentences):
        near = tones[max(0, i - before) : i + after]
        moments.append(
            Moment(
                s["sentence"],
                tones[i],
                s["tone_vader"] or 0.0,
                s["voice"] or "narrator",
                s["text"],
                fmean(near),
                spread(near) or 0.0,
                fmean(vaders[max(0, i - before) : i + after]),
            )
        )
    return tuple(moments)


def tones(reading, *, most: int = 8) -> tuple[tuple[Speaker, tuple[float, ...]], ...]:
    """Each speaker with the tones of their own words, a sentence each, then the narrator with the sentences
    that carry no statement.
    """
    by_number = {s["sentence"]: s["tone"] or 0.0 for s in rows(reading.sentences)}
    own = heard(reading)
    shown = speakers(reading, most=most)
    named = {s.name for s in shown}
    rest = tuple(tone for name, some in own.items() if name not in named for tone in some.values())
    lines = [(s, rest if s.folded > 1 else tuple(own.get(s.name, {}).values())) for s in shown]
    busy = {n for some in carried(reading).values() for n in some}
    told = tuple(tone for n, tone in by_number.items() if n not in busy)
    if told:
        narrator = Speaker(
            NARRATOR, 0, words_told(reading), 0.0, 0, 0, 0, fmean(told), len(told), spread(told)
        )
        lines.append((narrator, told))
    return tuple(lines)


def proposing(act: dict[str, Any]) -> list[str]:
    """The proposer of an act where the actors do not say it already: a group is there by its members."""
    name, actors = act["proposer"], act["actors"] or ()
    if (
        not name
        or name in actors
        or (actors and (name[0].islower() or set(name.split(" and ")) <= set(actors)))
    ):
        return []
    return [name]


def mentions(reading) -> tuple[Mention, ...]:
    """Every theme that an act has as its object or aim, in the order of the article."""
    by_number = {s["sentence"]: s["tone"] or 0.0 for s in rows(reading.sentences)}
    found = []
    for number, act in enumerate(rows(reading.acts), 1):
        people = [*(act["actors"] or ()), *proposing(act)]
        for theme in act["themes"] or ():
            if theme["role"] in COUNTED_ROLES:
                found.append(
                    Mention(
                        theme["theme"],
                        theme["role"],
                        act["stage"] or UNSTAGED,
                        act["side"] or "none",
                        act["act"],
                        tuple(dict.fromkeys(people)),
                        by_number.get(act["sentence"], 0.0),
                        act["sentence"],
                        number,
                    )
                )
    return tuple(found)


def named(found: Sequence[Mention]) -> list[tuple[str, int]]:
    """Everybody who is named in these acts with the number of acts, the most named first."""
    return tally([name for name, _ in sorted({(name, m.number) for m in found for name in m.who})])


def areas(reading) -> list[dict[str, Any]]:
    """The areas of cooperation that are mentioned, the most mentioned first; the umbrella is not one of
    them.
    """
    named = [t for t in rows(reading.themes) if t["share"] is not None and t["mentions"]]
    return sorted(named, key=lambda t: (-t["mentions"], t["theme"]))


def umbrella(reading) -> list[dict[str, Any]]:
    """The umbrella theme, the tie itself, if it is mentioned."""
    return [t for t in rows(reading.themes) if t["share"] is None and t["mentions"]]


def theme_names(reading) -> dict[str, str]:
    """What each theme is called: the taxonomy's name for it, else its id."""
    from analysis.cooperation.taxonomy import load

    areas = load().areas
    return {theme: areas[theme].name if theme in areas else theme for theme in reading.themes["theme"]}


def in_order(stages: Mapping[str, int] | Sequence[str]) -> list[str]:
    """Stages from done to doubtful; one that is not known here stands behind them, by name."""
    order = {stage: i for i, stage in enumerate(STAGES)}
    return sorted(set(stages), key=lambda s: (s == UNSTAGED, order.get(s, len(order)), s))


def side(tone: float) -> int:
    """The side of neutral on which a tone lies: 1 warm, 0 neutral, -1 cool."""
    return (tone >= NEUTRAL) - (tone <= -NEUTRAL)


def tally(values: Sequence[str]) -> list[tuple[str, int]]:
    """How often each value occurs, the most frequent first, then by name."""
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
