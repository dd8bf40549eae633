"""Show: the article itself with its speakers, tone and acts marked in it, as HTML."""

from analysis.show.page import annotated

__all__ = ["annotated"]
