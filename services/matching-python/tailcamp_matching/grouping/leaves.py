"""Agglomerative clustering: the leaves of its tree from left to right, cut into groups."""

from collections.abc import Sequence

from sklearn.cluster import AgglomerativeClustering

from tailcamp_matching.arrays import Groups, Singles


def leaf_order(vectors: Singles, sizes: Sequence[int], _seed: int = 0) -> Groups:
    """Ward's linkage; keeps N² ÷ 2 distances, 8 bytes each."""
    tree = AgglomerativeClustering(n_clusters=1, linkage="ward").fit(vectors)
    order = _leaves(tree.children_.tolist(), len(vectors))
    groups: Groups = []
    start = 0
    for size in sizes:
        groups.append(order[start : start + size])
        start += size
    return groups


def _leaves(children: list[list[int]], students: int) -> list[int]:
    """`children[i]` are the two that node `students + i` was made of; the last node is the root."""
    order: list[int] = []
    stack = [students + len(children) - 1]
    while stack:
        node = stack.pop()
        if node < students:
            order.append(node)
        else:
            left, right = children[node - students]
            stack += [right, left]
    return order
