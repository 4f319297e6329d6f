"""What the timer does for the platform itself."""

from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

from .models import LastRun

# Ours and Wagtail's are done in seconds: by then the worker that had it is gone.
LONGEST_TASK = timedelta(minutes=15)


def run(*, at: datetime) -> dict[str, int]:
    """Give tasks of a worker that was killed to the next one, and note that the timer runs."""
    lost = DBTaskResult.objects.running().filter(started_at__lte=at - LONGEST_TASK)
    again = lost.update(status="READY", started_at=None)
    LastRun.objects.update_or_create(name="run_due", defaults={"at": at})
    return {"tasks of a killed worker taken up": again}
