"""Frames: a table of articles in, a table of readings out, a row an article; this is what Dask maps."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from analysis.errors import CommuniqueError

if TYPE_CHECKING:
    import pandas as pd

GIVEN = ("title", "outlet", "date")  # columns that, where they are there, overrule what the text says
DTYPES = {"n_chars": "Int64", "n_words": "Int64"}  # whole numbers that a failed row has not
NESTED = ("sentences", "statements", "speakers", "acts", "themes")  # lists of dictionaries


def analyse_frame(frame: "pd.DataFrame", *, engine: str = "model") -> "pd.DataFrame":
    """Analyse every article of a table: frame in, frame out, a row a row, on the same index.

    The frame has a column `text`, and if it likes `id`, `title`, `outlet` and `date`; without `id` the
    index's label is the id. The answer has always the same columns and types, also for an empty frame:
    `id, path, sha256, title, outlet, date, language` (str), `n_chars, n_words` (Int64), `status` ("ok" or
    "failed"), `error` (str), and `sentences, statements, speakers, acts, themes`, in each cell a list of
    dictionaries as in the record. Other columns are not carried over: join on the index.

    `engine` says how statements are found, "model" or "rules", as in `analyse`.

    A row that cannot be read has the status "failed" and the reason in `error`; the others go on. Raises
    CommuniqueError only where there is no column `text`, or no such engine.

    >>> import pandas as pd
    >>> analyse_frame(pd.DataFrame({"text": ["", "The mayor said that it was late."]})).status.tolist()
    ['failed', 'ok']
    """
    import pandas as pd

    _check(frame)
    ready(engine)
    known = [name for name in ("id", *GIVEN) if name in frame.columns]
    columns = [frame[name].tolist() for name in known]
    rows = []
    for place, (label, text) in enumerate(zip(frame.index, frame["text"].tolist(), strict=True)):
        given = {name: _word(column[place]) for name, column in zip(known, columns, strict=True)}
        rows.append(_row(text, given.pop("id", None) or str(label), given, engine))
    return pd.DataFrame(
        {
            name: pd.Series([row[name] for row in rows], index=frame.index, dtype=dtype)
            for name, dtype in dtypes().items()
        },
        index=frame.index,
    )


def dtypes() -> dict[str, str]:
    """The columns of the answer and their pandas types, in order."""
    from analysis.record import HEAD

    return {name: DTYPES.get(name, "str") for name in HEAD} | dict.fromkeys(NESTED, "object")


def ready(engine: str) -> None:
    """Ask before a batch whether there is such an engine, and its weights; CommuniqueError if not.

    >>> ready("oracle")
    Traceback (most recent call last):
    ...
    analysis.errors.CommuniqueError: There is no engine 'oracle': it is model or rules.
    """
    from analysis.speech.attribution import ENGINES
    from analysis.speech.model.weights import load

    if engine not in ENGINES:
        raise CommuniqueError(f"There is no engine {engine!r}: it is {' or '.join(ENGINES)}.")
    if engine == "model":
        load()


def _check(frame: Any) -> None:
    import pandas as pd

    if not isinstance(frame, pd.DataFrame):
        raise CommuniqueError(f"analyse_frame takes a DataFrame of articles, not {type(frame).__name__}.")
    if list(frame.columns).count("text") != 1:
        names = ", ".join(map(str, frame.columns)) or "none"
        raise CommuniqueError(f"The frame needs one column text with the articles; its columns are {names}.")


def _row(text: Any, id: str, given: dict[str, str | None], engine: str) -> dict[str, Any]:
    """The record of one article, whatever happens."""
    from analysis import analyse
    from analysis.reading import from_text
    from analysis.record import broken, failed

    if not isinstance(text, str):
        missing = _word(text) is None
        error = "There is no text." if missing else f"The text is of type {type(text).__name__}, not str."
        return failed(id, error=error, **given)
    try:
        article = from_text(text, id=id)
    except Exception as error:
        return failed(id, error=" ".join(str(error).split()), **given)
    article = replace(article, **{name: value for name, value in given.items() if value is not None})
    try:
        return analyse(article, engine=engine).record()
    except Exception as error:  # one odd article must not take a batch of thousands with it
        return broken(article, error)


def _word(value: Any) -> str | None:
    """A cell as a string; None where it is missing; a date without a time of day as a date."""
    import pandas as pd

    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if isinstance(value, pd.Timestamp) and value == value.normalize():
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).strip() or None
