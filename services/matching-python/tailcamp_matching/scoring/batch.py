"""Many groups at once, so that a formula is a few operations on arrays and not a loop."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tailcamp_matching.arrays import Bools, Ints


@dataclass(frozen=True)
class Batch:
    """`members` is groups × places; where `taken` is false nobody is in the place, and its number means nothing."""

    members: Ints
    taken: Bools
    sizes: Ints
    numbers: Ints
    """Which group of the grouping each is: a preference depends on it."""

    @staticmethod
    def of_places(places: Ints, numbers: Ints) -> "Batch":
        """Of students by group and place, -1 where nobody is."""
        taken = places >= 0
        return Batch(np.where(taken, places, 0), taken, taken.sum(axis=1), numbers)

    @staticmethod
    def of(groups: Sequence[Sequence[int]]) -> "Batch":
        return Batch.of_places(places_of(groups), np.arange(len(groups)))

    @property
    def pairs(self) -> Bools:
        """Groups × place × place: two different members, each pair once."""
        both = self.taken[:, :, None] & self.taken[:, None, :]
        return np.asarray(np.triu(both, k=1))


def places_of(groups: Sequence[Sequence[int]], width: int = 1) -> Ints:
    """Students by group and place, -1 where nobody is; as wide as the largest group, at least `width`."""
    places = np.full((len(groups), max([width, *map(len, groups)])), -1, dtype=np.intp)
    for number, members in enumerate(groups):
        places[number, : len(members)] = members
    return places
