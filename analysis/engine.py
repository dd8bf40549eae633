"""The engine: article -> reading, the one place where speech, sentiment and cooperation meet.

An article is taken apart once; speech says whose words are whose, sentiment how each sentence is worded,
cooperation what is done together. The three rooms do not know one another: what one needs of another (whose
statement a clause is, whose sentences a tone belongs to) is handed over here, as plain objects.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from analysis.article import Article
from analysis.cooperation import Taxonomy, code, load, tally
from analysis.errors import CommuniqueError
from analysis.findings import Findings, gather
from analysis.language import Document, parse
from analysis.language.coreference import refer
from analysis.reading import READERS, from_text
from analysis.sentiment import score
from analysis.speech import attribute, speakers
from analysis.wording import counted, listed, percent, shortened, signed, temper

if TYPE_CHECKING:
    import pandas as pd

_LINE = 96  # characters of the article's first line that a terminal shows
_MOST = 4  # speakers and areas that a terminal shows


def analyse(
    article: Article | str, *, engine: str = "model", taxonomy: Taxonomy | str | Path | None = None
) -> "Reading":
    """Read who speaks in an article, in what tone, and what is done together: article in, reading out.

    `article` is what `read` gives, or the text itself. Raises CommuniqueError for anything else, and for a
    text that is empty or not English. `engine` says how statements are found: "model" (the rules, and what
    was learnt from annotated news on top) or "rules" (they alone). `taxonomy` is a file with other areas, or
    further words for them; by default the shipped one. The same article gives the same reading,
    in any process.

    >>> analyse("The mayor of Porto said on Monday that the two cities will share a ferry.").speakers.name[0]
    'the mayor of Porto'
    """
    article = _accepted(article)
    document = parse(article)
    referents = refer(document)
    statements = attribute(document, referents, engine=engine)
    areas = taxonomy if isinstance(taxonomy, Taxonomy) else load(taxonomy)
    acts = code(document, statements, referents, taxonomy=areas)
    themes = tally(acts, areas)
    found = gather(document, score(document), statements, speakers(statements, referents), acts, themes)
    return Reading(article, found, document)


@dataclass(frozen=True, repr=False)
class Reading:
    """What was found in one article: five tables, with the evidence for every row.

    The tables are DataFrames with the columns of `analysis.schema`, made when they are first asked for.
    `found` holds the same rows as plain values. In a notebook a reading shows itself as the annotated
    article.
    """

    article: Article
    found: Findings = field(hash=False)
    document: Document = field(compare=False)

    @cached_property
    def sentences(self) -> "pd.DataFrame":
        """A row a sentence: tone, VADER beside it, the words that made it, whose words they are."""
        return self._frame("sentences")

    @cached_property
    def statements(self) -> "pd.DataFrame":
        """A row a statement: who, via whom, kind, words, cue, offsets, rule, confidence."""
        return self._frame("statements")

    @cached_property
    def speakers(self) -> "pd.DataFrame":
        """A row a speaker, the longest first: words, share, direct, indirect and mixed words, tone."""
        return self._frame("speakers")

    @cached_property
    def acts(self) -> "pd.DataFrame":
        """A row an act of cooperation or conflict: act, stage, themes, actors, proposer, sentence."""
        return self._frame("acts")

    @cached_property
    def themes(self) -> "pd.DataFrame":
        """A row a theme: mentions, share, roles, stages, sentences."""
        return self._frame("themes")

    @cached_property
    def targets(self) -> "pd.DataFrame":
        """A row a person, body, place or group that is named: the tone towards it, or no evidence."""
        from analysis.schema import frame
        from analysis.targets import target_rows

        return frame("targets", target_rows(self.document, self.found))

    def record(self) -> dict[str, Any]:
        """The whole reading as one JSON object, as `communique annotate` writes it.

        Numbers have at most six decimals; what is missing is None. `json.dumps` of it gives the same bytes
        for the same article, whatever the machine or the hash seed.
        """
        from analysis.record import whole

        return whole(self.article, self.found._asdict())

    def __repr__(self) -> str:
        """The reading in a few lines, for a terminal."""
        article, found = self.article, self.found
        start, end = article.body
        lines = [shortened(article.title or article.text[start:end] or article.text, _LINE)]
        lines.append(f"{counted(article.n_words, 'word')} in {counted(len(found.sentences), 'sentence')}")
        heard = [f"{s['name'] or 'unnamed'} {s['words']:,} ({percent(s['share'])})" for s in found.speakers]
        lines.append(f"speakers  {_some(heard) or 'nobody speaks'}")
        if found.sentences:
            mean = fmean(s["tone"] for s in found.sentences)
            lines.append(f"tone      {signed(mean)}, {temper(mean)}")
        sides = Counter(a["side"] for a in found.acts)
        acts = [f"{sides[side]:,} of {side}" for side in ("cooperation", "conflict") if sides[side]]
        lines.append(f"acts      {listed(acts) or 'none'}")
        areas = sorted((-t["mentions"], t["theme"]) for t in found.themes if t["share"])
        lines.append(f"areas     {_some([f'{theme} {-n}' for n, theme in areas]) or 'none'}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        """The article itself, with speakers, tone and acts marked in it."""
        from analysis.show import annotated

        return annotated(self)

    def _frame(self, table: str) -> "pd.DataFrame":
        from analysis.schema import frame

        return frame(table, getattr(self.found, table))


def _some(parts: list[str]) -> str:
    more = len(parts) - _MOST
    return ", ".join([*parts[:_MOST], f"{more} more"] if more > 0 else parts)


def _accepted(article: Any) -> Article:
    """An article, or the text of one; a path is neither, and the error says what to do with it."""
    if isinstance(article, Article):
        return article
    if isinstance(article, Path) or (isinstance(article, str) and _is_path(article)):
        given = repr(str(article))
        raise CommuniqueError(f"{given} is a path, not a text: write analyse(read({given})).")
    if not isinstance(article, str):
        raise CommuniqueError(
            f"analyse takes an article, as read() gives it, or a text, not {type(article).__name__}."
        )
    return from_text(article)


def _is_path(text: str) -> bool:
    return "\n" not in text and len(text) < 4096 and Path(text.strip()).suffix.lower() in READERS
