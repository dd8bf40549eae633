"""The labelled baseline: nltk's VADER, by the book, without a download.

nltk reads no file outside its own data folders, so the analyser is given its lexicon as text: the file that
VADER's authors publish, which stands in our lexicons. Rules and constants are nltk's own.
"""

from functools import cache
from typing import Any

from analysis.sentiment.lexicon import vader_text


@cache
def analyser() -> Any:
    """nltk's SentimentIntensityAnalyzer with the lexicon of this project; made once a process.

    `import nltk` loads all of nltk (0.15 to 0.3 s of CPU above pandas, measured with nltk 3.10.4), and the
    analyser cannot be had without it; so it is imported here, at the first score, and nowhere else.
    """
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class OfflineVader(SentimentIntensityAnalyzer):
        def __init__(self) -> None:
            self.lexicon_file = vader_text()  # the text itself, not a path; no newline at its end
            self.lexicon = self.make_lex_dict()
            self.constants = VaderConstants()

    return OfflineVader()


def compound(text: str) -> float:
    """VADER's compound score of a text, -1 to 1, as nltk computes it (Hutto and Gilbert 2014).

    >>> compound("The two sides praised the friendly talks.")
    0.7506
    """
    return analyser().polarity_scores(text)["compound"]


def valued(text: str) -> tuple[tuple[str, float], ...]:
    """The words of a text that VADER's list scores, with their values: what its score is made of.

    >>> valued("The two sides praised the friendly talks.")
    (('praised', 2.2), ('friendly', 2.2))
    """
    lexicon = analyser().lexicon
    words = (word.strip(".,;:!?\"'()[]“”‘’") for word in text.split())
    return tuple((word, lexicon[word.lower()]) for word in words if word.lower() in lexicon)
