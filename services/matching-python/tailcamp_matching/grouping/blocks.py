"""MiniBatchKMeans into blocks of about a thousand, and greedy in each; who is left over is grouped at the end."""

from collections.abc import Sequence

import numpy as np
from sklearn.cluster import MiniBatchKMeans

from tailcamp_matching.arrays import Groups, Singles
from tailcamp_matching.grouping.greedy import greedy

BLOCK = 1000


def greedy_in_blocks(vectors: Singles, sizes: Sequence[int], seed: int) -> Groups:
    """Never keeps more similarities than those within one block."""
    blocks = max(1, round(len(vectors) / BLOCK))
    if blocks == 1:
        return greedy(vectors, sizes)
    clusters = MiniBatchKMeans(n_clusters=blocks, n_init=1, random_state=seed).fit_predict(vectors)
    groups: Groups = []
    left: list[int] = []
    for block in range(blocks):
        students = np.flatnonzero(clusters == block)
        fitting = _fitting(sizes[len(groups) :], len(students))
        # Greedy leaves out whom it likes least.
        made = [students[members].tolist() for members in greedy(vectors[students], fitting)]
        groups += made
        left += np.setdiff1d(students, [student for members in made for student in members]).tolist()
    rest = greedy(vectors[left], sizes[len(groups) :]) if left else []
    return groups + [[left[i] for i in members] for members in rest]


def _fitting(sizes: Sequence[int], room: int) -> Sequence[int]:
    """The first sizes, as many as add up to no more than `room`."""
    totals = np.cumsum(sizes)
    return sizes[: int(np.searchsorted(totals, room, side="right"))]
