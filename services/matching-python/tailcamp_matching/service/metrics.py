"""What Prometheus reads."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from tailcamp_matching.solving.solve import ENGINE

SECONDS = (0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120)


class Metrics:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "tailcamp_solver_requests", "Requests by route and status", ["route", "status"], registry=self.registry
        )
        self.duration = Histogram(
            "tailcamp_solver_request_seconds", "Until the last byte", ["route"], buckets=SECONDS, registry=self.registry
        )
        self.solving = Gauge("tailcamp_solver_solving", "Solves going on", registry=self.registry)
        self.solves = Counter("tailcamp_solver_solves", "Solves by how they ended", ["ended"], registry=self.registry)
        self.students = Histogram(
            "tailcamp_solver_students",
            "Students in a problem",
            buckets=(10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000),
            registry=self.registry,
        )
        self.moves = Counter("tailcamp_solver_moves", "Exchanges looked at", registry=self.registry)
        info = Gauge("tailcamp_solver_info", "1, with the engine's version", ["engine"], registry=self.registry)
        info.labels(ENGINE).set(1)

    def text(self) -> bytes:
        return generate_latest(self.registry)
