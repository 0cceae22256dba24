"""The arrays that everything here is made of. Students are numbers, 0 to N − 1."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Singles: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.intp]
Bools: TypeAlias = NDArray[np.bool_]

Groups: TypeAlias = list[list[int]]
"""Student numbers by group."""
