"""cosine_similarity and argmax: the first student left takes, one by one, whom the group so far is likest to."""

from collections.abc import Sequence

import numpy as np
from sklearn.metrics.pairwise import cosine_similarity

from tailcamp_matching.arrays import Groups, Singles


def greedy(vectors: Singles, sizes: Sequence[int], _seed: int = 0) -> Groups:
    """Keeps all N² similarities, 4 bytes each."""
    return greedy_by(np.asarray(cosine_similarity(vectors), dtype=np.float32), sizes)


def greedy_by(similarity: Singles, sizes: Sequence[int]) -> Groups:
    """The same on similarities that are there already; fills the sizes in their order."""
    students = len(similarity)
    # Whoever is taken can never be the likest.
    free = np.zeros(students, dtype=np.float32)
    groups: Groups = []
    first = 0
    for size in sizes:
        members: list[int] = []
        likeness = free.copy()
        while len(members) < size:
            if members:
                chosen = int(likeness.argmax())
            else:
                while free[first] != 0:
                    first += 1
                chosen = first
            members.append(chosen)
            free[chosen] = likeness[chosen] = -np.inf
            likeness += similarity[chosen]
        groups.append(members)
    return groups
