"""Figures for Prometheus at `/metrics`, where `settings.METRICS` says so.

Processes share what they count through files in `PROMETHEUS_MULTIPROC_DIR`; what waits is asked of
the database when somebody asks for the figures.
"""

import os
from collections.abc import Iterator

from django.http import HttpResponse
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client import REGISTRY as OF_THIS_PROCESS
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from marketplace.operations import waiting

BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
METHODS = {"GET", "HEAD", "POST"}  # any other word is the visitor's invention

REQUESTS = Counter("terril_requests", "Requests answered", ["method", "view", "status"])
SECONDS = Histogram("terril_request_seconds", "Time to answer", ["view"], buckets=BUCKETS)
DATABASE = Counter("terril_database_seconds", "Time spent with the database", ["view"])


def count(method: str, view: str, status: int, seconds: float, database: float) -> None:
    REQUESTS.labels(method if method in METHODS else "other", view or "-", status).inc()
    SECONDS.labels(view or "-").observe(seconds)
    DATABASE.labels(view or "-").inc(database)


class WaitingCollector(Collector):
    """What waits: how many, since when, and whether that is too long."""

    def collect(self) -> Iterator[Metric]:
        number = GaugeMetricFamily("terril_waiting", "How many wait", labels=["what"])
        age = GaugeMetricFamily("terril_waiting_seconds", "Since when", labels=["what"])
        late = GaugeMetricFamily("terril_waiting_too_long", "1: look at it", labels=["what"])
        for line in waiting.all_lines():
            number.add_metric([line.what], line.number)
            age.add_metric([line.what], line.seconds)
            late.add_metric([line.what], line.is_late)
        yield from (number, age, late)


def page() -> HttpResponse:
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(registry)
        counted = generate_latest(registry)
    else:
        counted = generate_latest(OF_THIS_PROCESS)
    now = CollectorRegistry()
    now.register(WaitingCollector())
    return HttpResponse(counted + generate_latest(now), content_type=CONTENT_TYPE_LATEST)
