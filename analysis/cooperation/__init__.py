"""Cooperation: what is done, proposed or refused together, at which stage, and which words say so."""

from analysis.cooperation.coder import code
from analysis.cooperation.ledger import Act, tally
from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.cooperation.themes import Theme

__all__ = ["Act", "Taxonomy", "Theme", "code", "load", "tally"]
