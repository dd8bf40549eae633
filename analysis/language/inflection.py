"""Inflection: the forms of English verbs, regular ones by rule, irregular ones from the lexicon.

>>> sorted(inflect("stress"))
['stress', 'stressed', 'stresses', 'stressing']
"""

from functools import cache

from analysis.lexicons import entries

VOWELS = "aeiou"
# Verbs of more than one syllable that double their last consonant (stress on the last one, or British l).
DOUBLING = ("fer", "mit", "cur", "pel", "bel", "gret", "vel", "nal", "sel", "cel", "tal", "pat")


@cache
def inflect(lemma: str) -> dict[str, str]:
    """The regular forms of a verb: each form with its kind (base, s, ed, ing).

    >>> inflect("underscore")["underscoring"], inflect("deny")["denied"], inflect("admit")["admitted"]
    ('ing', 'ed', 'ed')
    """
    stem = lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        ed, ing, s = stem + "d", stem[:-1] + "ing", stem + "s"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        ed, ing, s = stem[:-1] + "ied", stem + "ing", stem[:-1] + "ies"
    elif _doubles(lemma):
        ed, ing, s = stem + stem[-1] + "ed", stem + stem[-1] + "ing", stem + "s"
    else:
        s = stem + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        ed, ing = stem + ("d" if lemma.endswith("e") else "ed"), stem + "ing"
    return {lemma: "base", s: "s", ed: "ed", ing: "ing"}


def _doubles(lemma: str) -> bool:
    if len(lemma) < 3 or lemma[-1] in VOWELS + "wxy" or lemma[-2] not in VOWELS or lemma[-3] in VOWELS:
        return False
    return sum(c in VOWELS for c in lemma) == 1 or lemma.endswith(DOUBLING)


@cache
def forms_of(lemma: str, irregular: str = "") -> dict[str, str]:
    """All forms of a verb; `irregular` lists forms as the lexicon does ("says,said,saying")."""
    forms = inflect(lemma)
    given = [form.strip() for form in irregular.split(",") if form.strip()]
    if not given:
        return forms
    kinds = {lemma: "base"}
    for form in given:
        kind = "ing" if form.endswith("ing") and form != lemma else "s" if form.endswith("s") else "ed"
        kinds[form] = kind
    missing = {"s", "ed", "ing"} - set(kinds.values())
    return kinds | {form: kind for form, kind in forms.items() if kind in missing}


@cache
def finite_forms(lexicon: str, column: str = "", value: str = "") -> frozenset[str]:
    """The base, -s and -ed forms of the verbs of a lexicon (whose `column` holds `value`)."""
    return frozenset(
        form
        for entry in entries(lexicon)
        if not column or entry[column] == value
        for form, kind in forms_of(entry["lemma"], entry.get("forms", "")).items()
        if kind in ("s", "ed", "base")
    )
