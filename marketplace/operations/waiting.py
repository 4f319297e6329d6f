"""What waits for somebody or something, since when, and when that is too long."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from marketplace.payments.models import Payment

from .models import LastRun

NEVER = timedelta(days=365)  # told of what should run and has not yet


class Line(NamedTuple):
    """`longest`: None for what is counted only, since nothing is due."""

    what: str
    number: int
    seconds: int
    longest: timedelta | None

    @property
    def is_late(self) -> bool:
        """Whether a person should look."""
        return self.longest is not None and self.seconds > self.longest.total_seconds()

    def as_dict(self) -> dict[str, int | bool]:
        return {"number": self.number, "seconds": self.seconds, "too_long": self.is_late}


def all_lines(at: datetime | None = None) -> list[Line]:
    """A handful of counts over indexed columns."""
    at = at or timezone.now()
    payments = Payment.objects
    tasks = DBTaskResult.objects
    lines = [
        # A payment is begun long before it is paid: the hold, and some minutes for run_due.
        _line("payments without order", payments.paid_without_order(), "created_at", at, 30),
        _line("refunds", payments.to_refund(), "created_at", at, 120),
        _line("tasks", tasks.ready(), "enqueued_at", at, 5),
        _line("running tasks", tasks.running(), "started_at", at, 20),
        _line("failed tasks", tasks.failed(), "enqueued_at", at),
        _timer(at),
    ]
    if apps.is_installed("ground.letters"):
        letters: Any = apps.get_model("letters", "Letter").objects
        lines.append(_line("letters", letters.waiting(), "written_at", at, 15))
        lines.append(_line("letters given up", letters.given_up(), "written_at", at))
    return lines


def _line(
    what: str, rows: QuerySet[Any], since: str, at: datetime, minutes: int | None = None
) -> Line:
    found = rows.order_by().aggregate(number=Count("pk"), oldest=Min(since))
    age = at - found["oldest"] if found["oldest"] else timedelta(0)
    longest = timedelta(minutes=minutes) if minutes is not None else None
    return Line(what, found["number"], max(0, int(age.total_seconds())), longest)


def _timer(at: datetime) -> Line:
    last = LastRun.objects.filter(name="run_due").values_list("at", flat=True).first()
    age = at - last if last else NEVER
    return Line("timer", 0, max(0, int(age.total_seconds())), timedelta(minutes=5))
