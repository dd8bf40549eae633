"""The page's frame: the headline before everything, and how it was done and what it does not say behind
it.
"""

from statistics import fmean

from analysis.measures import (
    UNNAMED,
    areas,
    course,
    rows,
    speakers,
    theme_names,
    tones,
    words_in_all,
    words_spoken,
)
from analysis.prose.error import of_acts, of_shares, of_statements, of_tone
from analysis.prose.record import Prose, prose
from analysis.wording import capital, count, counted, listed, percent, signed, spelled, temper

_UNSURE = 0.5  # a rule that is less sure than this is named among the caveats
_SHORT = 200  # words; in a shorter article a sentence of 25 words is more than a tenth of everything


def headline(reading) -> Prose:
    """Say in three sentences who speaks, in what tone, and what is agreed or offered."""
    found, moments = speakers(reading, most=3), course(reading)
    total, speech = words_in_all(reading), words_spoken(reading)
    if not found:
        who = (
            f"Nobody is quoted or reported in this article of {counted(total, 'word')}: the narrator "
            "tells it alone."
        )
    elif len(found) == 1:
        who = (
            f"{found[0].name} is the only one to speak, with {counted(speech, 'word')} of {total:,} "
            f"({percent(speech / max(total, 1))})."
        )
    else:
        shares = [f"{s.name}{' has' if s is found[0] else ''} {percent(s.share)}" for s in found]
        who = (
            f"Of the words spoken in this article, {listed(shares)}; speech fills "
            f"{percent(speech / max(total, 1))} of "
            f"its {counted(total, 'word')}."
        )
    if moments:
        mean = fmean(m.tone for m in moments)
        tone = (
            f"Its wording is {temper(mean)} (mean {signed(mean)} over "
            f"{counted(len(moments), 'sentence')}; zero is the "
            "tone of ordinary news)."
        )
    else:
        tone = "There is no sentence whose tone could be scored."
    return prose([who, tone, _deeds(reading)])


def _deeds(reading) -> str:
    acts = rows(reading.acts)
    coop, conflict = (sum(a["side"] == side for a in acts) for side in ("cooperation", "conflict"))
    if not coop and not conflict:
        return "It tells of no act of cooperation or conflict."
    ahead = sum(a["stage"] in ("agreed", "planned") for a in acts)
    offered = sum(a["stage"] in ("proposed", "tentative") for a in acts)
    names, lines = theme_names(reading), areas(reading)
    top = [names[t["theme"]] for t in lines if t["mentions"] == lines[0]["mentions"]]
    about = f"; the area that comes up most is {top[0]}" if len(top) == 1 and len(lines) > 1 else ""
    stages = [(ahead, "agreed or planned"), (offered, "proposed or considered")]
    of_them = ", ".join(f"{spelled(n)} {word}" for n, word in stages if n)
    sides = [
        *([f"{count(coop, 'act')} of cooperation"] if coop else []),
        *([f"{count(conflict, 'act')} of conflict"] if conflict else []),
    ]
    return f"It tells of {listed(sides)}{f' ({of_them})' if of_them else ''}{about}."


def method(reading) -> Prose:
    """State the definitions behind the figures; they move a figure more than any model does."""
    return prose(
        "These definitions move the figures more than any method does, so they stand beside them.",
        points=(
            "Words are what stands between blanks. A speaker’s share is the words of the statements that "
            "the article "
            "reports from them, over all such words. What the narrator tells is given too.",
            "Only speech that is affirmed counts. Beliefs (“hopes to”), acts (“invited”) and speech that "
            "is denied or only "
            "supposed (“declined to say”, “is expected to say”) are kept in the tables and left out of "
            "the shares.",
            "Relayed speech (“according to the city government, the mayor stressed …”) belongs to the "
            "inner speaker, the "
            "mayor; the city government is kept as the channel.",
            "Joint speech (“the two mayors said”) belongs to one group speaker, whose members are listed.",
            "A name is given in the fullest form that the article uses; short names, offices and pronouns "
            "are traced back to it. "
            "Names with the family name first are understood.",
            "Quotation marks around a single term, a title or the gloss of an acronym are not speech.",
            "Tone is the tone of the wording, scored sentence by sentence and averaged with number and "
            "spread; never the stance "
            "of whoever speaks. VADER is shown beside it because readers know it.",
            "Theme, act and stage are three separate entries. Only themes that an act has as its object "
            "or aim are counted; "
            "“the tie itself” stands beside the areas and is not one of them.",
            "Each row of the tables names the rule that made it, or the model where that decided, and how "
            "sure it is.",
            f"{of_statements()} {of_shares()}",
            of_tone(),
            of_acts(),
            "Tone and acts are rules alone, in the open. So "
            "treat every number as a reading aid to be checked against the sentence.",
        ),
    )


def caveats(reading) -> Prose:
    """Say what is weak about these very numbers: unsure statements, unnamed sources, few sentences."""
    statements = rows(reading.statements)
    counted_ones = [s for s in statements if s["class"] == "speech" and s["polarity"] == "affirmed"]
    unsure = [s for s in counted_ones if (s["confidence"] if s["confidence"] is not None else 1) < _UNSURE]
    unnamed = [s for s in counted_ones if not s["speaker"] or s["speaker"] == UNNAMED]
    aside = len(statements) - len(counted_ones)
    few = [s.name for s, some in tones(reading) if s.words and 0 < len(some) < 5 and s.statements]
    points = [*map(capital, reading.article.notes)]
    if unsure:
        where = listed([str(s["sentence"]) for s in unsure])
        rest = "rests" if len(unsure) == 1 else "rest"
        points.append(
            f"{capital(count(len(unsure), 'statement'))} {rest} on a rule that is less than "
            f"{percent(_UNSURE)} "
            f"sure (sentence {where})."
        )
    if unnamed:
        have = "has" if len(unnamed) == 1 else "have"
        points.append(f"{capital(count(len(unnamed), 'statement'))} {have} no named source.")
    if aside:
        were = "was" if aside == 1 else "were"
        points.append(
            f"{capital(count(aside, 'statement'))} {were} found and not counted, as belief, act, denial or "
            "supposition."
        )
    if few:
        each = " each" if len(few) > 1 else ""
        points.append(f"The tone of {listed(few)} rests on fewer than five sentences{each}.")
    if words_in_all(reading) < _SHORT:
        points.append(
            f"The article is short: {counted(words_in_all(reading), 'word')}. One sentence more would move "
            "every share."
        )
    closing = (
        "One article says how one newsroom told one event. It does not say what was said in the "
        "room, and a share is not a merit."
    )
    if not points:
        return prose(
            "Nothing in particular speaks against these numbers, beyond what holds for all of them.", closing
        )
    return prose(closing, "Before you pass a number of this one on:", points=points)
