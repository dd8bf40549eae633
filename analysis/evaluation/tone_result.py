"""The result of a tone benchmark: rows of methods with their figures, as a table for people or as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.evaluation.tone_measures import Figure
from analysis.wording import counted


@dataclass(frozen=True, slots=True)
class Method:
    """One way to score and its figures by name; `speed` is in rows a second, None where it was not timed."""

    name: str
    figures: Mapping[str, Figure]
    speed: float | None = None
    note: str = ""

    def record(self) -> dict[str, Any]:
        """The method as plain values."""
        figures = {key: figure._asdict() for key, figure in self.figures.items()}
        speed = None if self.speed is None else round(self.speed)
        return {"name": self.name, "figures": figures, "per_second": speed, "note": self.note or None}


@dataclass(frozen=True, slots=True)
class ToneResult:
    """What a tone benchmark says; only the speeds differ from run to run."""

    benchmark: str
    gold: str
    unit: str  # "sentence", "target"
    rows: int
    classes: Mapping[str, int]
    methods: Sequence[Method]

    def record(self) -> dict[str, Any]:
        """The result as one JSON object."""
        return {
            "benchmark": self.benchmark,
            "gold": self.gold,
            "unit": self.unit,
            "rows": self.rows,
            "classes": dict(self.classes),
            "methods": [method.record() for method in self.methods],
        }

    def __str__(self) -> str:
        columns = list(dict.fromkeys(key for method in self.methods for key in method.figures))
        wide = max(len(method.name) for method in self.methods) + 2
        timed = any(method.speed for method in self.methods)
        classes = ", ".join(f"{n:,} {name}" for name, n in self.classes.items())
        lines = [f"{self.benchmark}: {counted(self.rows, self.unit)} ({classes}).", self.gold, ""]
        head = "".join(f"{key:<21}" for key in columns) + ("per second" if timed else "")
        lines.append((" " * wide + head).rstrip())
        for method in self.methods:
            cells = "".join(f"{_cell(method.figures.get(key)):<21}" for key in columns)
            speed = f"{method.speed:>10,.0f}" if method.speed else ""
            lines.append(f"{method.name:<{wide}}{cells}{speed}".rstrip())
        notes = [f"{method.name}: {method.note}" for method in self.methods if method.note]
        return "\n".join([*lines, *([""] if notes else []), *notes])


def _cell(figure: Figure | None) -> str:
    if figure is None or figure.value is None:
        return "-"
    return f"{figure.value:.3f} [{figure.low:.3f} {figure.high:.3f}]"
