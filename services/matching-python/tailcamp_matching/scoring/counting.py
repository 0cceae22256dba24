"""Kinds that look at nothing but how many members hold a value; the score is the mean over the values."""

from collections.abc import Callable

import numpy as np

from tailcamp_matching.arrays import Bools, Floats, Ints
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.measure import Judged, beyond, kept

Rule = Callable[[Ints, Ints], tuple[Floats, Floats]]
"""Of counts (groups × values) and sizes (groups × 1): scores and how many holders are too few or too many."""


class CountMeasure:
    def __init__(self, held: Bools, rule: Rule) -> None:
        self.held = held
        self.rule = rule

    def judge(self, batch: Batch) -> Judged:
        groups, values = len(batch.members), self.held.shape[1]
        if values == 0:
            return Judged(np.ones(groups), np.zeros(groups))
        counts = (self.held[batch.members] & batch.taken[:, :, None]).sum(axis=1)
        score, shortfall = self.rule(counts, batch.sizes[:, None])
        return Judged(score.sum(axis=1) / values, beyond(shortfall.sum(axis=1)))


def not_alone(counts: Ints, _sizes: Ints) -> tuple[Floats, Floats]:
    """1, or 0 when the count is exactly 1."""
    return kept(counts != 1), kept(counts == 1)


def at_least(bound: int) -> Rule:
    """min(1, count ÷ bound)."""
    return lambda counts, _: (np.minimum(1.0, counts / bound), np.maximum(0.0, bound - counts))


def at_most(bound: int) -> Rule:
    """min(1, bound ÷ count); nobody scores 1."""
    return lambda counts, _: (np.minimum(1.0, bound / np.maximum(counts, 1)), np.maximum(0.0, counts - bound))


def spread(held: Bools) -> Rule:
    """max(0, 1 − distance of the count to [⌊np⌋, ⌈np⌉] ÷ n), p the share of the cohort that holds the value."""
    students, holders = len(held), held.sum(axis=0)

    def rule(counts: Ints, sizes: Ints) -> tuple[Floats, Floats]:
        low = sizes * holders // students
        high = -(-sizes * holders // students)
        distance = np.maximum(0, np.maximum(low - counts, counts - high)).astype(np.float64)
        score = np.where(sizes == 0, 1.0, np.maximum(0.0, 1.0 - distance / np.maximum(sizes, 1)))
        return score, distance

    return rule
