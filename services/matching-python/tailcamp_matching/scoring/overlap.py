"""overlap: the blocks of time in which all members are free."""

import numpy as np

from tailcamp_matching.arrays import Bools, Floats, Ints
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.measure import Judged


class OverlapMeasure:
    """0 below `minimum` blocks, else B(min(b, desired)) ÷ B(desired); B counts the blocks above the minimum ½, ¼, …"""

    def __init__(self, free: Bools, run_length: int, block_cells: int, minimum: int, desired: int) -> None:
        """`free` is students × cells."""
        self.free = free
        self.run_length = run_length
        self.block_cells = block_cells
        self.minimum = minimum
        self.desired = desired

    def judge(self, batch: Batch) -> Judged:
        blocks = self._blocks(batch)
        full = self._worth(np.asarray(self.desired))
        worth = self._worth(np.minimum(blocks, self.desired))
        score = np.ones(len(blocks)) if full == 0 else worth / full
        return Judged(np.where(blocks < self.minimum, 0.0, score), np.maximum(0.0, self.minimum - blocks))

    def _worth(self, blocks: Ints) -> Floats:
        above = np.maximum(0, blocks - self.minimum)
        return np.asarray(np.minimum(blocks, self.minimum) + 1.0 - np.exp2(-above.astype(np.float64)))

    def _blocks(self, batch: Batch) -> Ints:
        """Each stretch of common cells rounded down to blocks; stretches end where their run ends."""
        common = (self.free[batch.members] | ~batch.taken[:, :, None]).all(axis=1) & (batch.sizes > 0)[:, None]
        if self.block_cells == 1:
            return np.asarray(common.sum(axis=1))
        blocks = np.zeros(len(common), dtype=np.intp)
        stretch = np.zeros(len(common), dtype=np.intp)
        for cell in range(common.shape[1]):
            if cell % self.run_length == 0:
                stretch[:] = 0
            stretch = np.where(common[:, cell], stretch + 1, 0)
            whole = stretch == self.block_cells
            blocks += whole
            stretch[whole] = 0
        return blocks
