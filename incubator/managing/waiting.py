"""What waits for a manager, on the first page of the Wagtail admin."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.admin.site_summary import SummaryItem

from ..models import Application, ApplicationEvent
from ..rules import runs_programme
from ..states import ApplicationState


class ApplicationsToRead(SummaryItem):
    order = 200
    template_name = "incubator/managing/to_read.html"
    state = ApplicationState.SUBMITTED

    def is_shown(self) -> bool:
        return bool(runs_programme(self.request.user))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"count": Application.objects.filter(state=self.state).count(), "state": self.state}


class ApplicationsWithdrawn(SummaryItem):
    """Those taken back in the last days: a juror may still be reading."""

    order = 201
    template_name = "incubator/managing/taken_back.html"
    days = 14

    def taken_back(self) -> int:
        since = timezone.now() - timedelta(days=self.days)
        left = ApplicationEvent.objects.filter(target=ApplicationState.WITHDRAWN, at__gte=since)
        return left.filter(application__submitted_at__isnull=False).count()

    def is_shown(self) -> bool:
        return bool(runs_programme(self.request.user)) and self.taken_back() > 0

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"count": self.taken_back(), "state": ApplicationState.WITHDRAWN}
