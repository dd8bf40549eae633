"""Epithets: titles that stand for a name or belong to it, learnt from where the article tells who bears them.

"The Khokim of Namangan, Mr. Yuldoshev" makes "the Khokim" a name of Yuldoshev further on; a king is named
with his title.
"""

from analysis.language.document import Document
from analysis.language.gazetteer import small, titles
from analysis.language.titling import title_ending
from analysis.lexicons import closed

BEHIND = frozenset([",", "of"])
REACH = 8  # tokens between such a title and the comma before the name: "of Namangan Region"


def learnt_titles(document: Document) -> dict[str, str]:
    """The capitalised words that stand for people, with the full name of each."""
    tokens = document.tokens
    words = {n.first: n for n in document.names if n.kind in ("person", "other") and n.last == n.first + 1}
    found: dict[str, str] = {}
    for name in document.names:
        if name.kind != "person" or " " not in name.text:
            continue
        comma = name.first - title_ending(tokens, name.first) - 1
        if comma < 1 or tokens[comma].text != ",":
            continue
        for i in range(comma - 1, max(0, comma - REACH), -1):
            if not tokens[i].text[0].isalnum():
                break
            title = words.get(i)
            told = title and tokens[i - 1].lower in closed("determiner") and tokens[i + 1].lower in BEHIND
            if told and title.text.lower() not in titles():
                found.setdefault(title.text, name.text)
    return found


def crowned_names(document: Document) -> dict[str, str]:
    """The names that carry their title with them: "Valdemar" is "King Valdemar"."""
    found = {}
    for name in document.names:
        before = document.tokens[name.first - 1] if name.first and name.kind in ("person", "other") else None
        if before and before.lower in small("regnal") and before.text[0].isupper():
            found[name.text] = f"{before.text} {name.text}"
    return found
