"""Ways to group students by the likeness of their vectors alone, each with scikit-learn.

Every one takes unit vectors (students × dimensions), the sizes of the groups to make, which add up to the students,
and a seed; it returns the groups in the order of the sizes.
"""

from collections.abc import Callable, Sequence

from tailcamp_matching.arrays import Groups, Singles
from tailcamp_matching.grouping.balanced import balanced_clusters
from tailcamp_matching.grouping.blocks import greedy_in_blocks
from tailcamp_matching.grouping.greedy import greedy
from tailcamp_matching.grouping.leaves import leaf_order

Grouping = Callable[[Singles, Sequence[int], int], Groups]

__all__ = ["Grouping", "balanced_clusters", "greedy", "greedy_in_blocks", "leaf_order"]
