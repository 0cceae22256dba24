"""balance, gather and cover: kinds over columns of numbers and categories."""

import numpy as np

from tailcamp_matching.arrays import Floats, Ints
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.measure import Judged, beyond


class BalanceMeasure:
    """max(0, 1 − |group mean − cohort mean| ÷ σ), the mean over the columns; NaN where a student gave no number."""

    def __init__(self, values: Floats, means: Floats, deviations: Floats, tolerance: float) -> None:
        """`values` is students × columns."""
        self.known = ~np.isnan(values)
        self.values = np.where(self.known, values, 0.0)
        self.means = means
        self.deviations = deviations
        self.tolerance = tolerance

    def judge(self, batch: Batch) -> Judged:
        taken = batch.taken[:, :, None]
        known = (self.known[batch.members] & taken).sum(axis=1)
        sums = np.where(taken, self.values[batch.members], 0.0).sum(axis=1)
        away = np.abs(sums / np.maximum(known, 1) - self.means)
        says = (known > 0) & (self.deviations > 0)
        distance = np.divide(away, self.deviations, out=np.zeros_like(away), where=says)
        columns = self.values.shape[1]
        return Judged(
            np.maximum(0.0, 1.0 - distance).sum(axis=1) / columns,
            beyond(distance - self.tolerance).sum(axis=1),
        )


class GatherMeasure:
    """Share of pairs with equal value, the mean over the columns; alone scores 1."""

    def __init__(self, codes: Ints) -> None:
        """`codes` is columns × students."""
        self.codes = codes

    def judge(self, batch: Batch) -> Judged:
        pairs = batch.sizes * (batch.sizes - 1) / 2
        equal = np.zeros(len(pairs))
        for codes in self.codes:
            values = codes[batch.members]
            equal += ((values[:, :, None] == values[:, None, :]) & batch.pairs).sum(axis=(1, 2))
        every = pairs * len(self.codes)
        score = np.divide(equal, every, out=np.ones_like(equal), where=every > 0)
        return Judged(score, every - equal)


class CoverMeasure:
    """Mean over the required skills of min(1, highest member level ÷ required level)."""

    def __init__(self, levels: Floats, required: Floats) -> None:
        """`levels` is students × skills, 0 where nothing is known."""
        self.levels = levels
        self.required = required

    def judge(self, batch: Batch) -> Judged:
        highest = np.where(batch.taken[:, :, None], self.levels[batch.members], 0.0).max(axis=1)
        share = np.maximum(0.0, highest) / self.required
        return Judged(
            np.minimum(1.0, share).sum(axis=1) / len(self.required),
            beyond(np.maximum(0.0, 1.0 - share).sum(axis=1)),
        )
