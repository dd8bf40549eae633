"""Small words: the closed classes and marks that several rules of this room ask for, each read once."""

from analysis.language.gazetteer import small
from analysis.lexicons import closed

ADVERBS = closed("adverb")
ARTICLES = closed("article")
AUXILIARIES = closed("be") | closed("have") | closed("modal") | closed("negated auxiliary") | small("do")
CONJUNCTIONS = closed("conjunction")
DETERMINERS = closed("determiner")
POSSESSORS = closed("possessive")
PREPOSITIONS = closed("preposition")
QUESTIONS = closed("question")
RELATIVES = closed("relative")
SUBJECT_PRONOUNS = closed("subject pronoun")
SUBORDINATORS = closed("subordinator")
TIMES = closed("time")
TURNS = closed("turn")

CLAUSE_SUBJECTS = (SUBJECT_PRONOUNS - RELATIVES) | closed("demonstrative")  # a clause of its own begins here
NOMINATIVES = CLAUSE_SUBJECTS | {"who"}
OWNERS = POSSESSORS - closed("first person")

POSSESSIVE_ENDINGS = frozenset(["'s", "'"])
QUOTATION_MARKS = frozenset(['"', "'"])
STOPS = frozenset([",", ";", ":", "(", ")", "[", "]", "-", "''", "``", "."]) | QUOTATION_MARKS
EDGES = frozenset(",.;:-")  # marks that belong to no content when they stand at its edge
