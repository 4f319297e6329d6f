from django.utils import timezone
from django_tasks import task

from . import sending


@task()
def send_what_is_due() -> int:
    """For the worker. The rows are the truth: a task that is lost or killed loses no letter."""
    return sending.send_due(at=timezone.now())
