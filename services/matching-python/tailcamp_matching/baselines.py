"""The scikit-learn pipelines that TailCamp's benchmark compares with, one at a time: each has its own peak of memory.

python -m tailcamp_matching.baselines NAME COHORT.f32 [--dimensions 64] [--size 4] [--seed 1]

Reads unit vectors, row by row as little-endian 32-bit floats, and prints the groups with what they cost as JSON.
Neither reading nor importing is counted.
"""

import argparse
import json
import resource
import sys
import time
from pathlib import Path

import numpy as np

from tailcamp_matching.grouping import Grouping, balanced_clusters, greedy, greedy_in_blocks, leaf_order

BASELINES: dict[str, Grouping] = {
    "cosine_similarity + greedy argmax": greedy,
    "KMeans + Hungarian": balanced_clusters,
    "agglomerative leaf order": leaf_order,
    "MiniBatchKMeans + greedy": greedy_in_blocks,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="baselines")
    parser.add_argument("name", choices=BASELINES)
    parser.add_argument("cohort", type=Path)
    parser.add_argument("--dimensions", type=int, default=64)
    parser.add_argument("--size", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    vectors = np.fromfile(given.cohort, dtype="<f4").reshape(-1, given.dimensions)
    if len(vectors) % given.size != 0:
        parser.error(f"{len(vectors)} students do not fill groups of {given.size}")
    sizes = [given.size] * (len(vectors) // given.size)
    wall, cpu = time.perf_counter(), time.process_time()
    groups = BASELINES[given.name](vectors, sizes, given.seed)
    cost = {"cpuSeconds": time.process_time() - cpu, "wallSeconds": time.perf_counter() - wall}
    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    json.dump({"baseline": given.name, **cost, "peakBytes": peak, "groups": groups}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
