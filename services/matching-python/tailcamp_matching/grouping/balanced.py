"""KMeans, a cluster for each group, then the cheapest way to fill the groups to their sizes (the Hungarian method)."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment
from sklearn.cluster import KMeans

from tailcamp_matching.arrays import Groups, Singles


def balanced_clusters(vectors: Singles, sizes: Sequence[int], seed: int) -> Groups:
    """A place in a group costs a student the squared distance to the group's centre. Keeps N² costs."""
    clusters = KMeans(n_clusters=len(sizes), n_init=1, random_state=seed).fit(vectors)
    group_of_place = np.repeat(np.arange(len(sizes)), sizes)
    distances = np.asarray(clusters.transform(vectors)) ** 2
    students, places = linear_sum_assignment(distances[:, group_of_place])
    groups: Groups = [[] for _ in sizes]
    for student, place in zip(students.tolist(), places.tolist(), strict=True):
        groups[int(group_of_place[place])].append(int(student))
    return groups
