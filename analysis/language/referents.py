"""Referents: the people, bodies, places and groups an article speaks of, and every mention of them."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that can speak or act; `name` is the fullest form in the article."""

    name: str
    type: str  # person, organisation, group, place, document, other
    aliases: tuple[str, ...] = ()
    role: str | None = None  # "Mayor"
    side: str | None = None  # "Seoul"
    members: tuple[str, ...] = ()  # of a group: their names
    roles: tuple[str, ...] = ()  # all offices the article gives, lower case
    gender: str = ""  # inner evidence for pronouns, never shown


class Mention(NamedTuple):
    """A place in the text that stands for a referent."""

    start: int
    end: int
    kind: str  # name, title, pronoun, group, metonym
    referent: Referent


@dataclass(frozen=True)
class Referents:
    """Every mention of an article that could be resolved, in order and without overlap."""

    mentions: tuple[Mention, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie wholly between two offsets."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.mentions[first:last] if m.end <= end)

    def at(self, start: int) -> Mention | None:
        """The mention that starts at an offset."""
        i = bisect_left(self._starts, start)
        return self.mentions[i] if i < len(self.mentions) and self.mentions[i].start == start else None

    @cached_property
    def by_name(self) -> dict[str, Referent]:
        """The referents of the article by their canonical name."""
        return {m.referent.name: m.referent for m in self.mentions}
