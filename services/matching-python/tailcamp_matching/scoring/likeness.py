"""similar: max(0, mean pairwise cosine), a single member 1. diverse: 1 − similar."""

import numpy as np

from tailcamp_matching.arrays import Floats
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.measure import Judged, beyond

MATRIX_STUDENTS = 4000
"""Above this many students the matrix of all cosines (8 bytes each) is not kept."""


class LikenessMeasure:
    def __init__(self, units: Floats, present: Floats, at_least: float, wants_alike: bool) -> None:
        self.units = units * present[:, None]
        self.present = present
        self.at_least = at_least
        self.wants_alike = wants_alike
        self.cosines = self.units @ self.units.T if len(units) <= MATRIX_STUDENTS else None

    def judge(self, batch: Batch) -> Judged:
        known = np.where(batch.taken, self.present[batch.members], 0.0).sum(axis=1)
        pairs = known * (known - 1) / 2
        sums = self._sums(batch)
        mean = np.divide(sums, pairs, out=np.zeros_like(sums), where=pairs > 0)
        alike = np.clip(mean, 0.0, 1.0)
        score = np.where(known < 2, 1.0, alike if self.wants_alike else 1.0 - alike)
        return Judged(score, beyond(self.at_least - score))

    def _sums(self, batch: Batch) -> Floats:
        """Cosines of all pairs."""
        members, taken = batch.members, batch.taken
        if self.cosines is not None:
            cosines = self.cosines[members[:, :, None], members[:, None, :]]
            return np.asarray(np.where(batch.pairs, cosines, 0.0).sum(axis=(1, 2)))
        units = np.where(taken[:, :, None], self.units[members], 0.0)
        # (Σu)² = Σu² + 2 Σ of the pairs' products.
        return np.asarray(((units.sum(axis=1) ** 2).sum(axis=1) - (units**2).sum(axis=(1, 2))) / 2)
