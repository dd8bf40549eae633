"""A reading's tables in the form in which people read them: chosen columns, named in words, offsets left out.

The DataFrames of a reading keep everything, for computing; these show what a reader checks: who, what, where.
Every cell is escaped, wide tables scroll in a box of their own, and the same table gives the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from analysis.measures import in_order, known, proposing, rows, speakers, theme_names
from analysis.measures import spoken as counted_statements
from analysis.wording import percent, signed

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Table:
    """A table for people; `frame` is what it shows, `caption` what it is, `empty` what is said where no row
    is.
    """

    frame: "pd.DataFrame"
    caption: str = ""
    empty: str = "There is no row to show."

    def __repr__(self) -> str:
        """The table as plain text, one row a line."""
        if self.frame.empty:
            return self.empty
        cells = [
            list(map(str, self.frame.columns)),
            *([_plain(v) for v in row] for row in _lines(self.frame)),
        ]
        return "\n".join(" | ".join(row) for row in cells)

    def _repr_html_(self) -> str:
        """The table as HTML that needs no style sheet, and takes one."""
        if self.frame.empty:
            return f"<p>{escape(self.empty)}</p>"
        numeric = [all(isinstance(v, int | float) for v in self.frame[c]) for c in self.frame.columns]
        sides = ["right" if n else "left" for n in numeric]
        head = "".join(
            f'<th scope="col" style="text-align:{side}{_room(self.frame[name])}">{escape(str(name))}</th>'
            for name, side in zip(self.frame.columns, sides, strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(_cell(v, side, i) for i, (v, side) in enumerate(zip(row, sides, strict=True)))
            + "</tr>"
            for row in _lines(self.frame)
        )
        caption = f'<caption style="text-align:left">{escape(self.caption)}</caption>' if self.caption else ""
        label = escape(self.caption or "table")
        return (
            f'<div class="scroll" tabindex="0" role="group" aria-label="{label}" style="overflow-x:auto">'
            f'<table class="communique-table tex2jax_ignore mathjax_ignore">{caption}'
            f"<thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table></div>"
        )


def _lines(frame: "pd.DataFrame") -> list[tuple]:
    return list(zip(*(frame[c].tolist() for c in frame.columns), strict=True))


def _room(column: "pd.Series") -> str:
    """Room for a column of sentences or of long names, which a wide table would squeeze to a word a line."""
    longest = max(len(_plain(value)) for value in column)
    return ";min-width:15em" if longest > 60 else ";min-width:7em" if longest > 18 else ""


def _cell(value: Any, side: str, column: int) -> str:
    tag, scope = ("th", ' scope="row"') if column == 0 else ("td", "")
    return f'<{tag}{scope} style="text-align:{side};vertical-align:top">{escape(_plain(value))}</{tag}>'


def _plain(value: Any) -> str:
    """One cell as a person writes it: nothing for what is missing, names joined by commas."""
    value = known(value)
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, float):
        return signed(value) if abs(value) <= 1 else f"{value:g}"
    return " ".join(str(value).split())


def shown(lines: Sequence[dict[str, Any]], columns: Sequence[str]) -> "pd.DataFrame":
    """A frame of plain values with exactly these columns, also when there is no line."""
    import pandas as pd

    return pd.DataFrame({c: pd.Series([line[c] for line in lines], dtype="object") for c in columns})


def speaker_table(reading, *, most: int = 8) -> Table:
    """Who speaks and how much: a row a speaker, the longest first."""
    about = {s["name"]: s for s in rows(reading.speakers)}
    lines = [
        {
            "speaker": s.name,
            "role": about.get(s.name, {}).get("role"),
            "for": about.get(s.name, {}).get("side"),
            "also called": about.get(s.name, {}).get("aliases"),
            "statements": s.statements,
            "words": s.words,
            "share": percent(s.share),
            "mean tone": s.tone,
        }
        for s in speakers(reading, most=most)
    ]
    columns = ("speaker", "role", "for", "also called", "statements", "words", "share", "mean tone")
    return Table(shown(lines, columns), "Who speaks, and how much", "Nobody speaks in this article.")


def statement_table(reading) -> Table:
    """Every statement that counts, in the order of the article, with the rule that found it."""
    lines = [
        {
            "sentence": s["sentence"],
            "speaker": s["speaker"] or "not named",
            "passed on by": s["via"],
            "form": s["kind"],
            "words": s["words"],
            "what is said": s["text"],
            "found by": s["rule"],
            "sure": percent(s["confidence"]),
        }
        for s in counted_statements(reading)
    ]
    columns = ("sentence", "speaker", "passed on by", "form", "words", "what is said", "found by", "sure")
    return Table(shown(lines, columns), "What is said, by whom", "Nobody speaks in this article.")


def set_aside(reading) -> Table:
    """The statements that are kept but not counted: beliefs, acts, denials, conditions."""
    lines = [
        {
            "sentence": s["sentence"],
            "who": s["speaker"] or "not named",
            "why it is not counted": s["class"] if s["class"] != "speech" else s["polarity"],
            "words": s["words"],
            "text": s["text"],
        }
        for s in rows(reading.statements)
        if s["class"] != "speech" or s["polarity"] != "affirmed"
    ]
    columns = ("sentence", "who", "why it is not counted", "words", "text")
    return Table(shown(lines, columns), "Found, and not counted", "Nothing was set aside.")


def ledger(reading) -> Table:
    """The acts of cooperation and conflict as a ledger: who does what, towards whom, how far it has come."""
    names = theme_names(reading)
    lines = [
        {
            "sentence": a["sentence"],
            "act": a["act"].lower() + (" (conflict)" if a["side"] == "conflict" else ""),
            "stage": a["stage"],
            "who": _parties(a),
            "about": [
                names.get(t["theme"], t["theme"]) + ("" if t["role"] == "object" else f" ({t['role']})")
                for t in a["themes"] or ()
            ],
            "in the text": a["text"],
        }
        for a in rows(reading.acts)
        if a["side"] != "none"
    ]
    columns = ("sentence", "act", "stage", "who", "about", "in the text")
    return Table(
        shown(lines, columns), "What is done, by whom", "No act of cooperation or conflict was found."
    )


def _parties(act: dict[str, Any]) -> str:
    """Who acts, towards whom, and who proposed it where that is somebody else."""
    actors = list(act["actors"] or ())
    parts = [", ".join(actors)] if actors else []
    if act["recipients"]:
        parts.append(f"towards {', '.join(act['recipients'])}")
    parts += [f"as proposed by {name}" for name in proposing(act)]
    return " ".join(parts)


def theme_table(reading) -> Table:
    """The themes, the most mentioned first, with their stages and the sentences that carry them."""
    names = theme_names(reading)
    lines = [
        {
            "theme": names[t["theme"]],
            "mentions": t["mentions"],
            "share": percent(t["share"]) if t["share"] is not None else "not an area",
            "stages": [f"{stage} {t['stages'][stage]}" for stage in in_order(t["stages"] or {})]
            or [f"named only as {role}" for role in sorted(t["roles"] or {})],
            "sentences": t["sentences"],
        }
        for t in sorted(rows(reading.themes), key=lambda t: (t["share"] is None, -t["mentions"], t["theme"]))
    ]
    columns = ("theme", "mentions", "share", "stages", "sentences")
    return Table(shown(lines, columns), "What it is about", "No theme was found.")


def tone_table(reading) -> Table:
    """Every sentence with its tone, the words that made it, and VADER's score beside it."""
    text = reading.article.text
    lines = [
        {
            "sentence": s["sentence"],
            "tone": s["tone"],
            "direction": s["direction"],
            "VADER": s["tone_vader"],
            "whose words": s["voice"],
            "what made the tone": [
                f"{text[h['start'] : h['end']]} {signed(h['value'])}" for h in s["hits"] or ()
            ],
            "text": s["text"],
        }
        for s in rows(reading.sentences)
    ]
    columns = ("sentence", "tone", "direction", "VADER", "whose words", "what made the tone", "text")
    return Table(shown(lines, columns), "The tone, sentence by sentence", "There is no sentence to score.")
