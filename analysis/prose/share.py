"""Who speaks, read back in words: how much, in which form, where, and through whom."""

from analysis.measures import NARRATOR as TELLS
from analysis.measures import UNNAMED, lanes, rows, speakers, spoken, words_in_all, words_spoken, words_told
from analysis.prose.error import of_shares
from analysis.prose.record import Prose, prose
from analysis.wording import capital, count, counted, listed, percent


def share(reading) -> Prose:
    """Say who gets how many of the words, and what the narrator keeps."""
    found = speakers(reading, most=6)
    total, speech = words_in_all(reading), words_spoken(reading)
    if not found:
        return prose(
            "Nobody speaks in this article: no statement was found that the text ascribes to anybody. "
            "All of its "
            f"{counted(total, 'word')} are the narrator’s."
        )
    first, rest = found[0], found[1:]
    if not rest:
        opening = (
            f"One speaker is heard, {first.name}, with {_words(first.words)}; there is no other "
            "voice beside it."
        )
    elif first.words == rest[0].words:
        level = [s.name for s in found if s.words == first.words and s.folded == 1]
        others = [s for s in found if s.name not in level]
        tail = f"; {listed([f'{s.name} gets {percent(s.share)}' for s in others])}" if others else ""
        opening = (
            f"{listed(level)} get equally many words, {_words(first.words)} each "
            f"({percent(first.share)}){tail}."
        )
    else:
        others = [f"{s.name} with {s.words:,} ({percent(s.share)})" for s in rest]
        opening = (
            f"{first.name} is given {_words(first.words)}, {percent(first.share)} of all that is spoken, "
            "before "
            f"{listed(others)}."
        )
    told = words_told(reading)
    return prose([
        opening,
        f"Together the speakers fill {percent(speech / max(total, 1))} of the article’s "
        f"{counted(total, 'word')}; the "
        f"other {percent(told / max(total, 1))} {_is(told)} told by the narrator, in nobody’s name.",
        of_shares(),
    ])  # fmt: skip


def forms(reading) -> Prose:
    """Say how much of the speech is quoted word for word and how much is put in the reporter's words."""
    found = speakers(reading, most=10**6)
    speech = words_spoken(reading)
    if not speech:
        return prose("As nobody speaks, nobody is quoted.")
    direct, mixed = sum(s.direct for s in found), sum(s.mixed for s in found)
    quoted = [s for s in found if s.direct]
    if direct or mixed:
        parts = [(direct, "quoted word for word"), (mixed, "quoted in part")]
        told = [f"{counted(n, 'word')} ({percent(n / speech)}) {_is(n)} {how}" for n, how in parts if n]
        rest = "; what is left comes in the reporter’s wording" if direct + mixed < speech else ""
        sentences = [f"Of the {counted(speech, 'word')} spoken, {listed(told)}{rest}."]
    else:
        sentences = [
            f"Not one of the {counted(speech, 'word')} spoken is quoted word for word: all of it comes in "
            "the "
            "reporter’s wording."
        ]
    if quoted and len(found) > 1:
        most = max(quoted, key=lambda s: (s.direct / s.words, s.direct))
        if len(quoted) == 1:
            sentences.append(f"Only {most.name} is quoted directly.")
        else:
            sentences.append(
                f"{most.name} has the largest part in quotation marks, "
                f"{percent(most.direct / most.words)} of "
                f"{counted(most.words, 'word')}."
            )
    return prose(sentences)


def where(reading) -> Prose:
    """Say who is heard first and last, and how long the narrator goes on alone."""
    found = lanes(reading, most=10**6)
    total = words_in_all(reading)
    pieces = sorted((p.first, p.last, name) for name, lane in found.items() if name != TELLS for p in lane)
    if not pieces:
        return prose("The narrator tells the article alone from the first word to the last.")
    first, last = pieces[0], max(pieces, key=lambda p: p[1])
    opening = (
        f"The first words that belong to somebody are {first[2]}’s, at word {first[0] + 1:,} of {total:,}"
        f"; the last are {last[2]}’s, ending at word {last[1]:,}."
        if len(pieces) > 1
        else f"The one statement stands at word {first[0] + 1:,} of {total:,} and is {first[2]}’s."
    )
    told = found[TELLS]
    if not told:
        return prose([opening, "There is no stretch without a speaker."])
    longest = max(told, key=lambda p: (p.last - p.first, -p.first))
    length = counted(longest.last - longest.first, "word")
    return prose([
        opening,
        f"The longest stretch without anybody speaking is {length}, from word {longest.first + 1:,} to "
        f"{longest.last:,}.",
    ])  # fmt: skip


def relays(reading) -> Prose:
    """Say which words reached the article through somebody other than the speaker, and which speak
    jointly.
    """
    found = spoken(reading)
    passed = [s for s in found if s["via"]]
    joint = [s for s in rows(reading.statements) if s["joint"]]
    sentences = []
    if passed:
        words = sum(s["words"] for s in passed)
        through = listed(sorted({s["via"] for s in passed}))
        whose = listed(sorted({s["speaker"] or UNNAMED for s in passed}))
        sentences.append(
            f"{capital(count(len(passed), 'statement'))} ({counted(words, 'word')}) by {whose} "
            f"{'was' if len(passed) == 1 else 'were'} passed on by {through}: the words are counted for "
            "the speaker, the "
            "channel is kept beside them."
        )
    elif found:
        sentences.append("No statement was passed on by somebody else: every speaker is reported directly.")
    if joint:
        who = listed(sorted({" and ".join(s["joint"]) for s in joint}))
        sentences.append(
            f"{capital(count(len(joint), 'statement'))} {'is' if len(joint) == 1 else 'are'} joint, by {who}."
        )
    return prose(sentences or ["As nobody speaks, nothing was passed on."])


def _is(words: int) -> str:
    return "is" if words == 1 else "are"


def _words(words: int) -> str:
    return counted(words, "word")
