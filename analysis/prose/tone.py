"""The tone, read back in words: the whole, its ends, its speakers, and how far VADER agrees."""

from statistics import fmean

from analysis.measures import NARRATOR, course, rows, side, spread
from analysis.measures import tones as by_speaker
from analysis.prose.error import of_tone
from analysis.prose.record import Prose, prose
from analysis.shifts import against_rest, shift
from analysis.voices import by_voice, coverage
from analysis.wording import capital, count, counted, listed, owner, percent, quoted, signed, temper

_QUOTED = 160  # characters of a sentence that prose repeats


def tone(reading) -> Prose:
    """Say how warm or cool the article is worded, with the number of sentences and their spread."""
    moments = course(reading)
    if not moments:
        return prose("There is no sentence in this article whose tone could be scored.")
    values = [m.tone for m in moments]
    warm, cool = (sum(side(v) == s for v in values) for s in (1, -1))
    wide = spread(values)
    parts = [
        f"{n} {'is' if n == 1 else 'are'} {word}"
        for n, word in ((warm, "warm"), (cool, "cool"), (len(values) - warm - cool, "neutral"))
        if n
    ]
    around = f" with a spread of {wide:.2f}" if wide is not None else ""
    return prose(
        f"On the whole the wording is {temper(fmean(values))}: the mean over "
        f"{counted(len(values), 'sentence')} is "
        f"{signed(fmean(values))}{around}, on a scale from −1 to 1 on which zero is the tone of ordinary "
        "news. Of the "
        f"sentences {listed(parts)}."
    )


def extremes(reading) -> Prose:
    """Quote the warmest and the coolest sentence with the words that made them so."""
    found = rows(reading.sentences)
    if not found:
        return prose("There is no sentence to quote.")
    warmest = max(found, key=lambda s: (s["tone"], -s["sentence"]))
    coolest = min(found, key=lambda s: (s["tone"], s["sentence"]))
    if warmest["tone"] == coolest["tone"]:
        return prose(f"All sentences have the same tone, {signed(warmest['tone'])}.")
    sentences = [_told(reading, "warmest", warmest)]
    least = "coolest" if coolest["tone"] < 0 else "least warm"
    sentences.append(_told(reading, least, coolest))
    return prose(*sentences)


def speakers_tone(reading) -> Prose:
    """Say who sounds warmer than whom, and on how many sentences that rests."""
    lines = [(s, some) for s, some in by_speaker(reading) if some]
    heard = [(s, some) for s, some in lines if s.name != NARRATOR and s.folded == 1]
    if not heard:
        return prose("Nobody speaks, so there is no speaker’s tone to compare.")
    said = [
        f"{owner(s.name)} {counted(len(some), 'sentence')} {_average(some)} {signed(fmean(some))}"
        for s, some in heard
    ]
    sentences = [f"{capital(listed(said))}."]
    told = [some for s, some in lines if s.name == NARRATOR]
    if told:
        sentences.append(
            f"The narrator’s {counted(len(told[0]), 'sentence')} {_average(told[0])} "
            f"{signed(fmean(told[0]))}."
        )
    few = [s.name for s, some in heard if len(some) < 5]
    if few:
        sentences.append(
            f"Fewer than five sentences carry {listed(few, 'or')}; read "
            f"{'that mean' if len(few) == 1 else 'those means'} as a note on these sentences, no more."
        )
    return prose(sentences)


def by_voices(reading) -> Prose:
    """Set the narrator's text, direct quotation and reported speech side by side, and say what is known."""
    lines = by_voice(reading)
    if not lines:
        return prose("There is no sentence, so there is no voice.")
    said = [
        f"{name} {signed(mean.mean)} over {counted(mean.n, 'sentence')}"
        + (f" ({signed(mean.low)} to {signed(mean.high)})" if mean.low is not None else "")
        for name, mean in lines
    ]
    sentences = [f"By voice the tone is, in own words only: {listed(said)}."]
    if any(mean.low is not None for _, mean in lines):
        sentences.append(
            "In brackets stands the range in which 95 in 100 such means would lie if other sentences of the "
            "kind had been drawn; it is wide where they are few."
        )
    known = coverage(reading)
    if known.share is not None:
        sentences.append(
            f"Of the {counted(known.words, 'word')} that could carry a tone (no names, no small words) the "
            f"lexicons know {percent(known.share)}; on the others they say nothing."
        )
    return prose(sentences)


def targets_tone(reading) -> Prose:
    """Say towards whom the wording is warm or cool, on how much evidence, and where there is none."""
    found = rows(reading.targets)
    named = [t for t in found if t["mentions"] > 1] or found
    known = [t for t in named if t["tone"] is not None]
    if not found:
        return prose("Nobody and nothing is named of whom the article could speak.")
    if not known:
        return prose("Of those who are named nothing is said that has a tone: there is no evidence.")
    warmest, coolest = max(known, key=lambda t: t["tone"]), min(known, key=lambda t: t["tone"])
    sentences = [f"The wording is warmest towards {_towards(warmest)}."]
    if coolest is not warmest:
        least = "coolest" if coolest["tone"] < 0 else "least warm"
        sentences.append(f"It is {least} towards {_towards(coolest)}.")
    silent = [t["name"] for t in named if t["tone"] is None]
    if silent:
        sentences.append(f"On {listed(silent[:5])} there is no evidence: nothing with a tone is said.")
    sure = [t for t in named if t["learned_pos"] or t["learned_neg"]]
    if sure:
        parts = [f"{t['name']} ({t['learned_pos']} kind, {t['learned_neg']} unkind)" for t in sure[:4]]
        sentences.append(
            "A second opinion, learnt from American political news and no part of these figures, is sure of "
            f"its answer for sentences on {listed(parts)}."
        )
    return prose(sentences)


def word_shift(reading, *, of: str = "") -> Prose:
    """Name the words that make a speaker (by default the longest) warmer or cooler than the rest."""
    here, there = against_rest(reading, of)
    lines = shift(here, there)
    if not lines:
        return prose("No scored word sets one part of this article apart from another.")
    warm = [f"“{one.term}”" for one in lines if one.difference > 0][:4]
    cool = [f"“{one.term}”" for one in lines if one.difference < 0][:4]
    parts = [f"{way} by {listed(some)}" for way, some in (("warmer", warm), ("cooler", cool)) if some]
    return prose(f"Against {there.name}, {owner(here.name)} words are made {listed(parts)}.")


def baseline(reading) -> Prose:
    """Compare with VADER: how often the two methods fall on the same side of neutral."""
    moments = course(reading)
    if not moments:
        return prose("There is no sentence on which two methods could be compared.")
    ours, theirs = fmean(m.tone for m in moments), fmean(m.vader for m in moments)
    same = sum(side(m.tone) == side(m.vader) for m in moments)
    opposed = [m for m in moments if side(m.tone) * side(m.vader) < 0]
    sentences = [
        f"VADER, a general word-list method, gives a mean of {signed(theirs)} against our {signed(ours)} "
        "and falls on the "
        f"same side of neutral in {same} of {counted(len(moments), 'sentence')}."
    ]
    if opposed:
        worst = max(opposed, key=lambda m: abs(m.tone - m.vader))
        sentences.append(
            f"The two point in opposite directions in {count(len(opposed), 'sentence')}, most of all in "
            "sentence "
            f"{worst.sentence} ({quoted(worst.text, _QUOTED)}): {signed(worst.tone)} here, "
            f"{signed(worst.vader)} there."
        )
    else:
        sentences.append("In no sentence do the two point in opposite directions.")
    return prose(sentences, of_tone())


def _told(reading, which: str, sentence: dict) -> str:
    text = reading.article.text
    hits = [
        f"“{text[h['start'] : h['end']]}” ({signed(h['value'])})"
        for h in sentence["hits"] or ()
        if h["value"]
    ]
    because = f" What makes it so: {listed(hits[:6])}." if hits else " No single word makes it so."
    return (
        f"The {which} is sentence {sentence['sentence']}, at {signed(sentence['tone'])}: "
        f"{quoted(sentence['text'], _QUOTED)}{because}"
    )


def _towards(target: dict) -> str:
    return f"{target['name']} ({signed(target['tone'])} over {counted(target['tone_n'], 'sentence')})"


def _average(some: tuple[float, ...]) -> str:
    return "stands at" if len(some) == 1 else "average"
