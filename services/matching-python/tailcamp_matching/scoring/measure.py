"""What every kind of criterion is to those who score with it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from tailcamp_matching.arrays import Bools, Floats
from tailcamp_matching.scoring.batch import Batch

EPSILON = 1e-9
"""Where floating point makes a rule's edge unsure."""


@dataclass(frozen=True)
class Judged:
    """By group of a batch: the score, and how far the group is from the hard form; 0 when that holds."""

    score: Floats
    shortfall: Floats


class Measure(Protocol):
    def judge(self, batch: Batch) -> Judged: ...


def beyond(distance: Floats) -> Floats:
    """What is more than rounding."""
    return np.where(distance > EPSILON, distance, 0.0)


def kept(holds: Bools) -> Floats:
    return holds.astype(np.float64)
