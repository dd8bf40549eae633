"""Headlines: lines and stretches whose capitals prove nothing, since every word has one."""

from analysis.language.document import Sentence, Token
from analysis.language.gazetteer import known
from analysis.lexicons import words

FEWEST_OF_A_HEADLINE = 4  # shorter lines are not judged by their capitals
FEWEST_SHOUTED = 3  # words in capitals one after the other; "BBC" and "US NAVY" are names


def is_headline(tokens: tuple[Token, ...], sentence: Sentence) -> bool:
    """A line in which every word but the smallest has a capital; with a full stop it must be longer."""
    stopped = tokens[sentence.last - 1].text in (".", "!", "?", '"', "'")
    stopwords, long_words = words("stopwords"), 0
    for token in tokens[sentence.first : sentence.last]:
        letter = token.text[0]
        if letter.isalpha() and token.lower not in stopwords:
            if not letter.isupper():
                return False
            long_words += 1
    return long_words >= FEWEST_OF_A_HEADLINE + 2 * stopped  # "Anna Berg, Mayor of Riga, Portugal."


def is_shouted(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """A line in capitals inside a sentence ("FULL BAN FROM"): its capitals prove nothing."""
    loud = [t for t in tokens[first:last] if t.text.isupper() and len(t.text) > 1 and "." not in t.text]
    return len(loud) >= FEWEST_SHOUTED and not any(t.text in known() for t in loud)
