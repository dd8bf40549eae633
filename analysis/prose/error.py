"""The measured error of the method, read from a data file and said in words."""

from functools import cache
from typing import NamedTuple

from analysis.lexicons import entries
from analysis.wording import percent

OURS, PUBLIC = "our own articles", "political news"


class Measured(NamedTuple):
    """One figure that `communique evaluate` gave, with its 95 % interval over articles."""

    figure: float
    low: float
    high: float
    articles: int


@cache
def measured(measure: str, data: str) -> Measured:
    """The measured error of the engine that the figures were made with.

    >>> measured("share distance", "political news").articles
    84
    """
    row = next(e for e in entries("measured_error") if (e["measure"], e["data"]) == (measure, data))
    return Measured(float(row["figure"]), float(row["low"]), float(row["high"]), int(row["articles"]))


def of_shares() -> str:
    """Say how far shares like these were off where people had marked who speaks."""
    ours, public = measured("share distance", OURS), measured("share distance", PUBLIC)
    return (
        f"Where people marked who speaks, such shares were off by {percent(ours.figure)} of the words on "
        f"average ({ours.articles} diplomatic articles, between {percent(ours.low)} and "
        f"{percent(ours.high)}) and by {percent(public.figure)} ({public.articles} articles of political "
        "news)."
    )


def of_acts() -> str:
    """Say how often acts with their stage, and themes, are found, measured on other articles."""
    acts, themes = measured("acts F1", OURS), measured("themes F1", OURS)
    return (
        f"Acts with their stage are found with an F1 of {acts.figure:.2f} and themes with "
        f"{themes.figure:.2f} on {acts.articles} diplomatic articles that were kept aside: what no verb "
        "tells is missed."
    )


def of_tone() -> str:
    """Say how far the tone of a sentence agrees with readers, and how often a target's side is right."""
    rules = measured("tone r", "NYT editorials")
    vader = measured("tone r of VADER", "NYT editorials")
    towards = measured("tone towards F1", "American news")
    sign = measured("tone sign", "our own sentences")
    return (
        f"With the ratings that readers gave {rules.articles:,} sentences of editorials this tone correlates "
        f"at {rules.figure:.2f} (VADER’s at {vader.figure:.2f}, a perfect one would at 1); towards "
        f"{towards.articles:,} persons in American news its side has an F1 of {towards.figure:.2f}; in "
        f"{sign.articles} sentences of diplomatic wording that were kept aside the sign was right in "
        f"{percent(sign.figure)}."
    )


def of_statements() -> str:
    """Say how often statements and their speakers are found, measured on other articles."""
    ours, public = measured("speech F1", OURS), measured("speech F1", PUBLIC)
    top = measured("top speaker", OURS)
    return (
        f"Measured on {ours.articles} diplomatic articles that were kept aside, statements and their "
        f"speakers are found with an F1 of {ours.figure:.2f}, and the speaker with most words is the right "
        f"one in {percent(top.figure)} of them; on {public.articles} articles of political news F1 is "
        f"{public.figure:.2f}."
    )
