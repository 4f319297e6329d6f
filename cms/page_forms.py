"""The form of every page; apart from `cms.forms`, which needs all models to be there."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from ground.design.dates import time_of


class PageForm(WagtailAdminPageForm):
    """The days on which a page appears and goes are in the editor's own time zone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clock = time_of(timezone.get_current_timezone_name())
        mine = _("In your time zone: %(zone)s.") % {"zone": clock}
        for name in {"go_live_at", "expire_at"} & set(self.fields):
            self.fields[name].help_text = mine
