"""Training of the tone model: `communique train sentiment DATA... --out DIR`, and its figures by folds.

DATA is any of two kinds of file, told apart by their first character: sentences with targets (NewsMTSC, JSON
lines) make the table of targets, rated sentences (NYT, tab-separated) that of ratings, which the targets
help, where both are given. Word vectors are counted on the same texts and on those of `--texts`.
"""

import gzip
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

import numpy as np

from analysis.errors import CommuniqueError
from analysis.evaluation.annotated import read_polnear
from analysis.evaluation.newsmtsc import cases, features_of
from analysis.evaluation.rated import Rated, Target, digest, read_ratings, read_targets
from analysis.evaluation.tone_measures import CLASSES, Figure, correlation, macro_f1
from analysis.language.plain import plain
from analysis.paths import find
from analysis.sentiment.model.features import masked, sentence_features
from analysis.sentiment.model.learning import learn_ratings, learn_targets
from analysis.sentiment.model.opinion import Opinion, judged, rated
from analysis.sentiment.model.sparse import Features
from analysis.sentiment.model.vectors import Vectors, vectors
from analysis.sentiment.model.weights import RATINGS, TARGETS, Table, packed, save, unpacked
from analysis.sentiment.sentence import tokens_of, tone_of_tokens

FOLDS = 5
SEED = 0  # of the draw of folds
Tell = Callable[[str], None]


def train_sentiment(
    data: Sequence[str | Path],
    *,
    texts: Sequence[str | Path] = (),
    out: str | Path,
    tell: Tell = lambda _: None,
) -> list[Path]:
    """Train on the files and write a table for each kind of them into a folder; returns the files written.

    `tell` is told the cross-validated figures. The same files make the same bytes. Raises CommuniqueError for
    files that are not as they should be.
    """
    folder = Path(out).expanduser()
    if folder.exists() and not folder.is_dir():
        raise CommuniqueError(f"{out} is a file; name a folder for the weights.")
    kinds = [(holds_targets(file), file) for file in data]
    for wanted in (True, False):
        if sum(kind == wanted for kind, _ in kinds) > 1:
            raise CommuniqueError("Give at most one file with targets and one with rated sentences.")
    targets = next((read_targets(file) for kind, file in kinds if kind), ())
    ratings = next((read_ratings(file) for kind, file in kinds if not kind), ())
    lessons = Lessons(targets, ratings, _articles(texts))
    written = []
    if targets:
        tell(f"{len(targets)} targets; by {FOLDS} folds: {told(lessons.crossed_targets())}")
        written.append(_put(folder, TARGETS, lessons.learn_targets(), [t.id for t in targets]))
    if ratings:
        tell(f"{len(ratings)} rated sentences; by {FOLDS} folds: {told(lessons.crossed_ratings())}")
        written.append(_put(folder, RATINGS, lessons.learn_ratings(), [r.id for r in ratings]))
    return written


def holds_targets(file: str | Path) -> bool:
    """Is this a file of JSON lines, and not of tab-separated ones?"""
    path = find(file)
    if path.is_dir():
        raise CommuniqueError(f"{file} is a folder; name a file to learn from.")
    if not path.exists():
        raise CommuniqueError(f"There is no file {file}.")
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
            return stream.read(256).lstrip().startswith(b"{")
    except (EOFError, OSError):
        raise CommuniqueError(f"{file} is not a whole gzip file.") from None


def told(figures: dict[str, Figure]) -> str:
    """Figures in a line."""
    return ", ".join(f"{name} {f.value:.4f} ({f.low:.3f} to {f.high:.3f})" for name, f in figures.items())


def opinions_by_folds(targets: Sequence[Target], *, texts: Sequence[str | Path] = ()) -> list[Opinion]:
    """The opinion of every target by a model that learnt from the others only."""
    return Lessons(targets, (), _articles(texts)).opinions()


def ratings_by_folds(ratings: Sequence[Rated], *, helped_by: str | Path | None = None) -> list[float]:
    """The rating of every sentence by a model that learnt from other articles only.

    `helped_by` is a file of sentences with targets, whose polarities help, as they do in training.
    """
    targets = read_targets(helped_by) if helped_by else ()
    return Lessons(targets, ratings, ()).rated_by_folds()


def _articles(files: Sequence[str | Path]) -> list[str]:
    return [article.text for file in files for article in read_polnear(file)]


class Lessons:
    """What is learnt from: the features of every row, made once, with vectors of all texts."""

    def __init__(self, targets: Sequence[Target], ratings: Sequence[Rated], texts: Sequence[str]) -> None:
        self.targets, self.ratings = targets, ratings
        self.target_rows = [features_of(case) for case in cases(targets)]
        self.rating_rows = [_rating_features(row.text) for row in ratings]
        polarities: dict[str, list[int]] = {}
        for t in targets:
            polarities.setdefault(t.text, []).append(CLASSES.index(t.polarity) - 1)
        self.other_rows = [_rating_features(text) for text in polarities] if ratings else []
        self.others = [fmean(some) for some in polarities.values()]
        seen = [*texts, *polarities, *(row.text for row in ratings)]
        self.vectors = (
            vectors(plain(text).lower() for text in seen) if targets else Vectors((), np.zeros((0, 1)))
        )

    def learn_targets(self, chosen: Sequence[bool] | None = None) -> Table:
        """The table of targets, from the chosen rows (all)."""
        rows, classes = [], []
        for k, (row, target) in enumerate(zip(self.target_rows, self.targets, strict=True)):
            if chosen is None or chosen[k]:
                rows.append(row)
                classes.append(CLASSES.index(target.polarity))
        return learn_targets(rows, classes, self.vectors)

    def learn_ratings(self, chosen: Sequence[bool] | None = None) -> Table:
        """The table of ratings, from the chosen rows (all)."""
        kept = [k for k in range(len(self.ratings)) if chosen is None or chosen[k]]
        return learn_ratings(
            [self.rating_rows[k] for k in kept],
            [self.ratings[k].rating for k in kept],
            self.other_rows,
            self.others,
        )

    def opinions(self) -> list[Opinion]:
        """The opinion of every target by a model that did not learn from its fold."""
        folds = folds_of([t.sentence for t in self.targets])
        found: list[Opinion | None] = [None] * len(folds)
        for fold in range(FOLDS):
            stored = unpacked(packed(TARGETS, self.learn_targets(folds != fold)))
            for k in np.flatnonzero(folds == fold):
                found[k] = judged(self.target_rows[k], stored)
        return [one for one in found if one]

    def rated_by_folds(self) -> list[float]:
        """The rating of every sentence by a model that did not learn from its article's fold."""
        folds = folds_of([r.article for r in self.ratings])
        found = [0.0] * len(folds)
        for fold in range(FOLDS):
            stored = unpacked(packed(RATINGS, self.learn_ratings(folds != fold)))
            for k in np.flatnonzero(folds == fold):
                found[k] = rated(self.rating_rows[k], stored)
        return found

    def crossed_targets(self) -> dict[str, Figure]:
        """Macro-F1 by folds of sentences."""
        found = [one.polarity for one in self.opinions()]
        return {"macro-F1": macro_f1(found, *_gold(self.targets))}

    def crossed_ratings(self) -> dict[str, Figure]:
        """Pearson's r by folds of articles."""
        ratings = [row.rating for row in self.ratings]
        return {"r": correlation(self.rated_by_folds(), ratings, [r.article for r in self.ratings])}


def folds_of(groups: Sequence[str]) -> np.ndarray:
    """A fold for each row, whole groups together, drawn once and for all."""
    names = sorted(set(groups))
    drawn = np.random.RandomState(SEED).permutation(len(names)) % FOLDS
    number = dict(zip(names, drawn.tolist(), strict=True))
    return np.array([number[group] for group in groups])


def _gold(targets: Sequence[Target]) -> tuple[list[str], list[str]]:
    return [t.polarity for t in targets], [t.sentence for t in targets]


def _rating_features(text: str) -> Features:
    tokens = tokens_of(text)
    return sentence_features(masked(tokens), tone_of_tokens(tokens, len(text)).hits)


def _put(folder: Path, name: str, table: Table, ids: list[str]) -> Path:
    return save(folder, name, table, rows=len(ids), digest=digest(ids))
