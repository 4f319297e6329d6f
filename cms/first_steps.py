"""What is to be done before a destination opens, on the first page of the Wagtail admin."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from marketplace.forks.partner.models import Partner

from .models import HomePage, PlainPage, SiteSettings, StoryPage
from .models.plain import Subject


@dataclass(frozen=True)
class Step:
    """One thing to do. `url`: where, "" where no page of the back office does it."""

    label: str
    line: str
    url: str
    is_done: bool


class FirstSteps(Component):
    """The steps with their state; drawn for superusers until all are done."""

    order = 50
    template_name = "cms/first_steps.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        steps = first_steps(self.request) if self.request.user.is_superuser else []
        done = sum(step.is_done for step in steps)
        return {"steps": steps, "done": done, "is_over": done == len(steps)}


def first_steps(request: HttpRequest) -> list[Step]:
    """All of them, in the order in which they make sense."""
    site = Site.find_for_request(request)
    who = SiteSettings.objects.filter(site=site).first()
    home = HomePage.objects.live().filter(pk=site.root_page_id).first() if site else None
    return [
        Step(
            _("Say who you are"),
            _("Name, one line about the destination, and the address to which visitors write."),
            reverse("wagtailsettings:edit", args=["cms", "sitesettings"]),
            bool(who and who.name and who.contact_email),
        ),
        Step(
            _("Publish the terms of sale"),
            _("A plain page whose subject is “Terms of sale”. Nothing can be ordered before."),
            _pages_below(home),
            PlainPage.objects.live().filter(subject=Subject.TERMS).exists(),
        ),
        Step(
            _("Say what becomes of personal data"),
            _("A plain page whose subject is “Privacy”."),
            _pages_below(home),
            PlainPage.objects.live().filter(subject=Subject.PRIVACY).exists(),
        ),
        Step(
            _("Tell a first story"),
            _("It opens the front page, and leads to a place, a product, a pilot."),
            _pages_below(home),
            StoryPage.objects.live().exists(),
        ),
        Step(
            _("Put up the shelves of the shop"),
            _("For now by a command, which docs/operate.md describes."),
            "",
            get_model("catalogue", "Category").objects.exists(),
        ),
        Step(
            _("Open a first workshop"),
            _("For now by a command, which docs/operate.md describes."),
            "",
            Partner.objects.open().exists(),
        ),
    ]


def _pages_below(home: HomePage | None) -> str:
    return reverse("wagtailadmin_explore", args=[home.pk]) if home else ""
