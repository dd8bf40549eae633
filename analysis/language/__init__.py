"""Language: an article taken apart into tokens, sentences, quotations and names, all with offsets."""

from analysis.article import Article
from analysis.language.document import Document, Name, Quotation, Sentence, Token
from analysis.language.names import find_names
from analysis.language.plain import paragraphs, plain
from analysis.language.quotations import find_quotations
from analysis.language.sentences import split
from analysis.language.tokens import tokenise

__all__ = ["Document", "Name", "Quotation", "Sentence", "Token", "parse"]


def parse(article: Article) -> Document:
    """Take an article apart; nothing is interpreted yet, and every offset points into `article.text`."""
    copy = plain(article.text)
    blocks = paragraphs(copy, *article.body)
    tokens = tokenise(copy, blocks, text=article.text)
    quotations = find_quotations(article.text, blocks)
    sentences = split(tokens, blocks, quotations)
    names = find_names(tokens, sentences)
    return Document(article, copy, tokens, sentences, quotations, names)
