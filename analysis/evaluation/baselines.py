"""The scorers that stand beside ours in a benchmark: text in, number out, 0 being neutral.

nltk's VADER is always there; vaderSentiment and AFINN only where somebody has installed them, since neither
is a dependency of this project.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from time import perf_counter

Scorer = Callable[[str], float]

# AFINN sums its word scores (-5 to 5) without a bound; any surplus counts as a side, as its author uses it.
BANDS = {"nltk VADER": 0.05, "vaderSentiment": 0.05, "AFINN": 1.0}
TIMED = 1000  # texts that are timed at most
ROUNDS = 3  # a speed is the best of so many runs: what disturbs a run only makes it slower


def baselines() -> dict[str, Scorer]:
    """The scorers that this machine has, by name."""
    from analysis.sentiment.vader import compound

    found: dict[str, Scorer] = {"nltk VADER": compound}
    try:
        analyser = import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
        found["vaderSentiment"] = lambda text: analyser.polarity_scores(text)["compound"]
    except ImportError:
        pass
    try:
        counter = import_module("afinn").Afinn()
        found["AFINN"] = lambda text: float(counter.score(text))
    except ImportError:
        pass
    return found


def per_second(scorer: Callable[[str], object], texts: Sequence[str]) -> float:
    """Texts a second on one core, after a first warm run over a tenth of them."""
    texts = texts[:TIMED]
    for text in texts[: len(texts) // 10 + 1]:
        scorer(text)
    best = min(_seconds(scorer, texts) for _ in range(ROUNDS))
    return len(texts) / best


def _seconds(scorer: Callable[[str], object], texts: Sequence[str]) -> float:
    start = perf_counter()
    for text in texts:
        scorer(text)
    return max(perf_counter() - start, 1e-9)
