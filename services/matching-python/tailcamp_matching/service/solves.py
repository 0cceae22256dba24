"""Solves away from the loop that answers requests, told line by line."""

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from threadpoolctl import threadpool_limits

from tailcamp_matching import contract as said
from tailcamp_matching.errors import Refusal
from tailcamp_matching.service.logs import say
from tailcamp_matching.service.metrics import Metrics
from tailcamp_matching.solving.solve import solve

HEARTBEAT_SECONDS = 1.0


class Solves:
    """A fixed number of places; whoever finds none is refused at once, and knows when to come again."""

    def __init__(self, places: int, metrics: Metrics) -> None:
        self.free = places
        self.pool = ThreadPoolExecutor(places, thread_name_prefix="solve")
        self.metrics = metrics
        self.stopping = threading.Event()

    def take_place(self) -> None:
        """Raises Refusal when all are taken. To be called on the loop, as is `give_back`."""
        if self.stopping.is_set():
            raise Refusal("unavailable", "The service is shutting down", retry_after=5)
        if self.free == 0:
            raise Refusal("too_many", "As many solves go on as may at once", retry_after=2)
        self.free -= 1
        self.metrics.solving.inc()

    def give_back(self) -> None:
        self.free += 1
        self.metrics.solving.dec()

    def start(self, request: said.SolveRequest) -> AsyncIterator[bytes]:
        """Solves in the place taken before; gives it back when that has ended, soon after nobody listens any more."""
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[said.SolveLine] = asyncio.Queue()
        left = threading.Event()

        def tell(line: said.SolveLine) -> None:
            loop.call_soon_threadsafe(queue.put_nowait, line)

        def work() -> None:
            try:
                with threadpool_limits(1):
                    answer = self._solve(request, tell, left)
            finally:
                # Before the answer, so that whoever has read it finds the place free.
                loop.call_soon_threadsafe(self.give_back)
            tell(answer)

        self.pool.submit(copy_context().run, work)
        return _lines(queue, left)

    def _solve(
        self, request: said.SolveRequest, tell: Callable[[said.Progress], None], left: threading.Event
    ) -> said.Done | said.Failed:
        self.metrics.students.observe(request.problem.students)
        started = time.monotonic()
        try:
            done = solve(request, tell, lambda: left.is_set() or self.stopping.is_set())
        except Refusal as refusal:
            self.metrics.solves.labels("refused").inc()
            return said.Failed(problem=refusal.details())
        except Exception as error:
            self.metrics.solves.labels("failed").inc()
            say(logging.ERROR, "a solve broke down", error)
            return said.Failed(problem=Refusal("internal", "The log of the service says why").details())
        seconds = time.monotonic() - started
        ended = "left" if left.is_set() else done.stopped_by
        self.metrics.solves.labels(ended).inc()
        self.metrics.moves.inc(done.moves)
        facts = {"students": request.problem.students, "violations": done.violations}
        say(logging.INFO, "solved", None, ended=ended, moves=done.moves, seconds=round(seconds, 3), **facts)
        return done

    def stop(self) -> None:
        """Solves that go on end with the best that they have."""
        self.stopping.set()
        self.pool.shutdown(wait=True)


async def _lines(queue: asyncio.Queue[said.SolveLine], left: threading.Event) -> AsyncIterator[bytes]:
    """One JSON text a line: progress, at least every second, and at last `done` or `failed`."""
    latest: said.SolveLine | None = None
    try:
        while not isinstance(latest, said.Done | said.Failed):
            try:
                latest = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                if latest is None:
                    continue
            yield latest.model_dump_json(by_alias=True).encode() + b"\n"
    finally:
        left.set()
