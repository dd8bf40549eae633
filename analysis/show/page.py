"""The annotated article: a row a sentence, its number and tone before it, its words, and what they are.

A number before a stretch leads to the note on the statement, a letter to that on the act. Everything of the
article is escaped here, at the source; there is no script, no id and no address in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from analysis.measures import speakers, theme_names
from analysis.palette import OTHERS, of_speakers, of_tone, tint
from analysis.show import reasons
from analysis.show.around import caption, legend, list_of_reasons
from analysis.show.escaping import safe
from analysis.show.segments import Mark, Segment, clipped, cut
from analysis.show.style import name_of, style
from analysis.wording import signed

MOST = 400  # sentences: a page that a browser still scrolls through at ease, twenty times a usual article
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HEAD = "cmq tex2jax_ignore mathjax_ignore"  # the last two keep JupyterLab from making formulas of "$"

Row = dict[str, Any]


def annotated(reading, *, most: int = MOST) -> str:
    """The article with every statement, act and tone marked in it, as a piece of HTML.

    Statements have their speaker's colour (as in the figures), a number, and a line under them: solid quoted,
    dashed partly quoted, dotted reported. Acts have a bracket over them and a letter. The reason for a mark
    is shown where it is pointed at, and all stand in a list at the end. Of a very long article the first
    `most` sentences are shown, and the caption says so.
    """
    shown = reading.found.sentences[:most]
    page = _Page(reading)
    parts = (
        legend(reading, page.heard, page.colours),
        *page.rows(shown),
        caption(reading, len(shown)),
        list_of_reasons(reading, page.acts, shown, page.names),
    )
    return (
        f'<div class="{HEAD}" role="group" aria-label="The annotated article">{style()}'
        f'<div class="cmq-sheet">{"".join(parts)}</div></div>'
    )


def letters(number: int) -> str:
    """The letters of the acts of a sentence: a, b ... z, aa, ab.

    >>> letters(0), letters(27)
    ('a', 'ab')
    """
    before, last = divmod(number, len(LETTERS))
    return (letters(before - 1) if before else "") + LETTERS[last]


class _Page:
    """One reading on its way to HTML."""

    def __init__(self, reading) -> None:
        self.reading, self.found, self.text = reading, reading.found, reading.article.text
        self.names = theme_names(reading)
        self.heard = speakers(reading)
        self.colours = of_speakers(s.name for s in self.heard if s.folded == 1)
        self.statements = [
            Mark(start, end, "statement", str(s["id"]), s)
            for s in self.found.statements
            for start, end in s["spans"]
        ]
        self.acts: list[Mark] = []
        before: dict[int, int] = {}
        for act in self.found.acts:
            number = before.get(act["sentence"], 0)
            before[act["sentence"]] = number + 1
            self.acts.append(Mark(act["start"], act["end"], "act", letters(number), act))
        cues = [Mark(*a["cue"], "cue", "", a) for a in self.found.acts if a["cue"]]
        self.marks = sorted([*self.statements, *self.acts, *cues], key=lambda m: (m.start, m.end))

    # --- the text, a row a sentence ---

    def rows(self, sentences: Sequence[Row]) -> Iterator[str]:
        """What stands before the story, then every sentence with what follows it up to the next."""
        after = self.found.sentences[len(sentences) :]
        edges = [*(s["start"] for s in sentences), after[0]["start"] if after else len(self.text)]
        if self.text[: edges[0]].strip():
            credit = f'<p class="cmq-body cmq-credit" dir="auto">{safe(self.text[: edges[0]])}</p>'
            note = '<li class="cmq-quiet">before the story: nobody’s words</li>' if sentences else ""
            yield f'<div class="cmq-row"><div class="cmq-head"></div>{credit}{_notes([note])}</div>'
        else:
            edges[0] = 0
        broken = True
        for sentence, (start, end) in zip(sentences, pairwise(edges), strict=True):
            yield self._row(sentence, start, end, broken)
            broken = "\n" in self.text[sentence["end"] : end]

    def _row(self, sentence: Row, start: int, end: int, broken: bool) -> str:
        inside = clipped(start, end, self.marks)
        words = "".join(self._segment(s) for s in cut(start, end, inside))
        return (
            f'<div class="cmq-row{" cmq-par" if broken else ""}">'
            f'<div class="cmq-head">{sentence["sentence"]} {self._tone(sentence)}</div> '
            f'<p class="cmq-body" dir="auto">{words}</p>{_notes(self._notes(inside, start))}</div>'
        )

    def _tone(self, sentence: Row) -> str:
        colour = of_tone(sentence["tone"] or 0.0)
        why = safe(f"tone of the wording: {reasons.of_tone(sentence, self.text)}")
        look = f"border-color:{colour};background:{tint(colour, 0.3)}"
        return f'<abbr class="cmq-tone" style="{look}" title="{why}">{signed(sentence["tone"])}</abbr>'

    def _segment(self, segment: Segment) -> str:
        """A stretch of text in one span, before it the keys of the marks that begin with it."""
        text = safe(self.text[segment.start : segment.end])
        keys = "".join(
            f'<sup class="cmq-{m.kind[:2]}-key">{m.key}</sup>'
            for m in segment.marks
            if m.key and m.start == segment.start
        )
        if not segment.marks:
            return text
        said = [m for m in segment.marks if m.kind == "statement"]
        done = [m for m in segment.marks if m.kind == "act"]
        classes, why = [], []
        if said:
            # of several the one that counts shows its colour, of these the innermost
            inner = min(said, key=lambda m: (not reasons.counts(m.row), m.end - m.start, m.key))
            classes += ["cmq-st", self._speaker(inner.row), f"cmq-{_look(inner.row)}"]
            why += [reasons.of_statement(m.row, self.text) for m in said]
        if done:
            conflict = any(m.row["side"] == "conflict" for m in done)
            classes.append("cmq-conflict" if conflict else "cmq-act")
            classes += ["cmq-first"] * any(m.start == segment.start for m in done)
            classes += ["cmq-last"] * any(m.end == segment.end for m in done)
            why += [reasons.of_act(m.row, self.text, self.names) for m in done]
        if any(m.kind == "cue" for m in segment.marks):
            classes.append("cmq-cue")
        title = f' title="{safe(" · ".join(why))}"' if why else ""
        return f'{keys}<span class="{" ".join(classes)}"{title}>{text}</span>'

    def _speaker(self, statement: Row) -> str:
        return name_of(self.colours.get(reasons.who(statement), OTHERS))

    # --- the notes beside it ---

    def _notes(self, inside: Iterable[Mark], start: int) -> Iterator[str]:
        """A note for each statement and act that reaches into a row, the statements first."""
        seen: set[tuple[str, str]] = set()
        for kind in ("statement", "act"):
            for mark in inside:
                if mark.kind == kind and (kind, mark.key) not in seen:
                    seen.add((kind, mark.key))
                    yield self._said(mark, start) if kind == "statement" else self._done(mark)

    def _said(self, mark: Mark, start: int) -> str:
        row = mark.row
        via = f", via <bdi>{safe(row['via'])}</bdi>" if row["via"] and reasons.counts(row) else ""
        more = " (continued)" if min(s for s, _ in row["spans"]) < start else ""
        aside = "" if reasons.counts(row) else " cmq-quiet"
        return (
            f'<li class="{self._speaker(row)}{aside}"><i>{mark.key}</i> '
            f"<b><bdi>{safe(reasons.who(row))}</bdi></b>, {safe(reasons.form(row))}{via}{more}</li>"
        )

    def _done(self, mark: Mark) -> str:
        row = mark.row
        parts = [f"<b>{safe(reasons.deed(row))}</b>", safe(row["stage"] or "")]
        parts.append(safe(", ".join(reasons.themes(row, self.names))))
        side = "cmq-conflict" if row["side"] == "conflict" else "cmq-act"
        return f'<li class="{side}-note"><i>{mark.key}</i> {" · ".join(filter(None, parts))}</li>'


def _look(statement: Row) -> str:
    """The look of a statement: that of its kind, where it counts."""
    return statement["kind"] if reasons.counts(statement) and statement["kind"] in reasons.FORMS else "aside"


def _notes(notes: Iterable[str]) -> str:
    inside = "".join(notes)
    return f'<ul class="cmq-notes">{inside}</ul>' if inside else ""
