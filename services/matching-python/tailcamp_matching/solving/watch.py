"""What a solve may spend, and whom it tells."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tailcamp_matching.contract import Phase, Progress

TELL_SECONDS = 0.1


@dataclass
class Watch:
    """Counts moves, and looks at the clock and at a request to stop; the best grouping so far is the answer then."""

    seconds: float
    scheduled: int
    tell: Callable[[Progress], None]
    should_stop: Callable[[], bool]
    moves: int = 0
    stopped: bool = False
    started: float = field(default_factory=time.monotonic)
    told: float = 0.0

    @property
    def over(self) -> bool:
        self.stopped = self.stopped or self.should_stop() or time.monotonic() - self.started >= self.seconds
        return self.stopped or self.moves >= self.scheduled

    def progress(self, phase: Phase, best: float, violations: Callable[[], int]) -> None:
        """At most ten times a second; `violations` is only asked for then."""
        now = time.monotonic()
        if now - self.told < TELL_SECONDS:
            return
        self.told = now
        of = max(self.scheduled, self.moves)
        self.tell(Progress(phase=phase, moves=self.moves, of=of, best=best, violations=violations()))
