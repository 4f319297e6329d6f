"""What waits for a manager, on the first page of the Wagtail admin."""

from typing import Any

from wagtail.admin.site_summary import SummaryItem

from ..models import Application
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
