"""Around the annotated article: the key above it, the caption and the list of reasons below."""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.measures import Speaker, words_in_all, words_told
from analysis.palette import OTHERS, of_tone, tint
from analysis.show import reasons
from analysis.show.escaping import safe
from analysis.show.segments import Mark
from analysis.show.style import name_of
from analysis.wording import count, counted, percent, signed

Row = Mapping[str, Any]


def legend(reading, heard: Sequence[Speaker], colours: Mapping[str, str]) -> str:
    """Who has which colour, and what the lines and signs mean."""
    who = [
        f'<li class="{name_of(colours.get(s.name, OTHERS))}"><span class="cmq-dot"></span>'
        f"<b><bdi>{safe(s.name)}</bdi></b> {counted(s.words, 'word')}, {percent(s.share)}</li>"
        for s in heard
    ]
    told = words_told(reading)
    of_all = percent(told / max(words_in_all(reading), 1))
    who.append(f"<li>unmarked: the narrator, {counted(told, 'word')}, {of_all} of the article</li>")
    how = [
        f'<li><span class="cmq-st cmq-others cmq-{kind}">{word}</span></li>'
        for kind, word in reasons.FORMS.items()
    ]
    how.append('<li><span class="cmq-st cmq-others cmq-aside">found, not counted as speech</span></li>')
    how.append(
        '<li><span class="cmq-act cmq-first cmq-last">an act, its <span class="cmq-cue">cue</span> in '
        "bold</span></li>"
    )
    tones = "".join(
        f'<span class="cmq-tone" style="border-color:{of_tone(t)};background:{tint(of_tone(t), 0.3)}">'
        f"{signed(t)}</span> "
        for t in (-0.6, 0.0, 0.6)
    )
    how.append(f"<li>tone: cool {tones}warm</li>")
    return f'<ul class="cmq-key">{"".join(who)}</ul><ul class="cmq-key">{"".join(how)}</ul>'


def caption(reading, shown: int) -> str:
    """What is to be seen, in sentences."""
    said = sum(map(reasons.counts, reading.found.statements))
    voices = len(reading.found.speakers)
    by = f" by {count(voices, 'speaker')}" if voices else ""
    told = [
        f"The article as it was read, with {count(said, 'statement')}{by} and "
        f"{count(len(reading.found.acts), 'act')} marked in it.",
        "A number leads to the statement beside it, a letter to the act; the figure before a sentence is "
        "the tone of its wording, zero being the tone of ordinary news.",
        "Point at a mark for the reason, or unfold them all.",
    ]
    if shown < len(reading.found.sentences):
        told.insert(
            1,
            f"Only the first {shown:,} of {len(reading.found.sentences):,} sentences are shown; "
            "the tables have them all.",
        )
    return f'<p class="cmq-caption">{" ".join(told)}</p>'


def list_of_reasons(reading, acts: Sequence[Mark], sentences: Sequence[Row], names: Mapping[str, str]) -> str:
    """Every mark with its reason, for print, touch and screen readers."""
    text, lines = reading.article.text, []
    for sentence in sentences:
        n = sentence["sentence"]
        lines.append(f"<dt>Sentence {n}</dt>")
        tone = safe(reasons.of_tone(sentence, text))
        lines.append(f"<dd>Tone {signed(sentence['tone'])}, {tone}</dd>")
        lines += [
            f"<dd>{s['id']} {safe(reasons.of_statement(s, text))}</dd>"
            for s in reading.found.statements
            if s["sentence"] == n
        ]
        lines += [
            f"<dd>{m.key} {safe(reasons.of_act(m.row, text, names))}</dd>"
            for m in acts
            if m.row["sentence"] == n
        ]
    if not lines:
        return ""
    return f"<details><summary>The reason for every mark</summary><dl>{''.join(lines)}</dl></details>"
