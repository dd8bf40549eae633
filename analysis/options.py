"""The options of a notebook, checked before anything is computed: one function, one sentence for each
mistake.
"""

from pathlib import Path

from analysis.errors import ParameterError


def check(*, article: str, out: str = "", window: int = 5, most: int = 8) -> None:
    """Check a notebook's parameters together; say in one sentence what is wrong and what is accepted.

    `article` is a path, `out` a folder (or "" to write nothing), `window` a number of sentences from 1 to 25,
    `most` a number of speakers from 1 to 20.

    >>> check(article="seeds/000.txt", window=0)
    Traceback (most recent call last):
    ...
    analysis.errors.ParameterError: window is 0; it must be a whole number of sentences from 1 to 25.
    """
    if not isinstance(article, str) or not article.strip():
        raise ParameterError(
            f"article is {article!r}; it must be the path of a news article, for instance a .txt file."
        )
    if not isinstance(out, str):
        raise ParameterError(f'out is {out!r}; it must be the path of a folder, or "" to write nothing.')
    if out and Path(out).expanduser().exists() and not Path(out).expanduser().is_dir():
        raise ParameterError(f'out is {out!r}, which is a file; it must be a folder, or "" to write nothing.')
    window_of(window)
    most_of(most)


def window_of(window: int) -> int:
    """Accept a number of sentences over which the tone is averaged, or say what is accepted."""
    return _whole("window", window, "sentences", 25)


def most_of(most: int) -> int:
    """Accept a number of speakers that stand alone in a figure, or say what is accepted."""
    return _whole("most", most, "speakers", 20)


def _whole(name: str, value: int, what: str, largest: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= largest:
        raise ParameterError(f"{name} is {value!r}; it must be a whole number of {what} from 1 to {largest}.")
    return value
