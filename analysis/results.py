"""What a notebook leaves behind: figures as SVG and PNG, tables as CSV, prose as text, in one folder.

The columns of the tables are those of `analysis.schema`; lists stand as JSON, numbers with at most six
decimals, what is missing is empty; UTF-8, one line feed a line. The same reading gives the same bytes.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import schema
from analysis.errors import ParameterError
from analysis.measures import rows

if TYPE_CHECKING:
    from analysis.figures import Figure
    from analysis.prose import Prose
    from analysis.tables import Table

TABLES = {**schema.TABLES, **schema.FURTHER}
DECIMALS = 6  # finer than any score is meant, coarse enough to hide a processor's last bit


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, relative to the folder."""

    files: tuple[str, ...]

    def __repr__(self) -> str:
        """A sentence for the notebook."""
        if not self.files:
            return (
                "Nothing was written: the parameter out is empty. Name a folder there to keep figures "
                "and tables."
            )
        return f"Written: {', '.join(self.files)}."


def write(
    reading,
    *,
    figures: Iterable["Figure"] = (),
    tables: Iterable[str] = (),
    accounts: Mapping[str, "Table"] | None = None,
    briefing: Iterable["Prose"] = (),
    out: str | Path = "",
) -> Written:
    """Write figures into OUT/figures, tables into OUT/tables and prose into OUT/briefing.txt; with no `out`,
    nothing.

    `tables` are names of tables of `analysis.schema`: sentences, statements, speakers, acts, themes, targets;
    `accounts` are tables for people (`analysis.accounts`), each with the name of its file.
    """
    tables = tuple(tables)
    unknown = [name for name in tables if name not in TABLES]
    if unknown:
        raise ParameterError(f"There is no table {unknown[0]!r}; the tables are {', '.join(TABLES)}.")
    if not str(out):
        return Written(())
    folder = Path(out).expanduser()
    files = [path for figure in figures for path in figure.save(folder / "figures")]
    for name in tables:
        files.append(_put(folder / "tables" / f"{name}.csv", as_csv(name, getattr(reading, name))))
    for name, table in (accounts or {}).items():
        files.append(_put(folder / "tables" / f"{name}.csv", _csv(list(table.frame.columns), table.frame)))
    text = "\n\n".join(repr(part) for part in briefing)
    if text:
        files.append(
            _put(folder / "briefing.txt", f"{reading.article.title or reading.article.id}\n\n{text}\n")
        )
    return Written(tuple(path.relative_to(folder).as_posix() for path in files))


def as_csv(table: str, frame) -> str:
    """One table as CSV text, with the columns of the schema in their order.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it: the text is a stranger's.
    """
    return _csv([column.name for column in TABLES[table]], frame)


def _csv(names: list[str], frame) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows(frame))
    return stream.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(round(value, DECIMALS) + 0.0)
    if isinstance(value, list | tuple | dict):
        return json.dumps(_plain(value), ensure_ascii=False)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def _plain(value: Any) -> Any:
    """A list or mapping with its numbers rounded, as JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(v) for key, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return round(value, DECIMALS) + 0.0 if isinstance(value, float) else value


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path
