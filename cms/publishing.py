"""When pages appear and go: what is public stays so until its next version is due, nothing is
before its day, and copies follow."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Min
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from ground import due


class Publish(PublishPageRevisionAction):
    """Wagtail's publishing, for pages that have a day.

    Wagtail takes a live page down until the day of its new version where it does not know which
    revision the public reads; and what is only to come it announces at once, with its copies.
    """

    def __init__(self, revision: Revision, **options: Any) -> None:
        super().__init__(revision, **options)
        public = Page.objects.get(pk=self.object.pk)
        self.object.live_revision_id = public.live_revision_id
        is_to_come = self.object.go_live_at and self.object.go_live_at > timezone.now()
        if is_to_come and public.live and not public.live_revision_id:
            self.object.live_revision_id = keep_public_version(public.specific).pk

    def _after_publish(self) -> None:
        if self.object.live:
            super()._after_publish()
        elif getattr(settings, "WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH", True):
            workflow = self.object.current_workflow_state
            if workflow:
                workflow.cancel(user=self.user)


def keep_public_version(page: Page) -> Revision:
    """Write down what the public reads of a live page as the first of its revisions."""
    first = page.revisions.aggregate(at=Min("created_at"))["at"]
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        content=page.serializable_data(),
        object_str=str(page),
        created_at=first - timedelta(milliseconds=1) if first else timezone.now(),
    )
    # Nothing of the page itself changes: no save, no signal, no new kept pages.
    row = Page.objects.filter(pk=page.pk)
    row.update(live_revision=revision)
    row.filter(latest_revision=None).update(
        latest_revision=revision, latest_revision_created_at=revision.created_at
    )
    return revision


def keep_public_versions() -> int:
    """Do it for every live page that a program made or a former version left without one."""
    pages = Page.objects.live().filter(live_revision=None, alias_of=None, depth__gt=1)
    found = list(pages.specific())
    for page in found:
        keep_public_version(page)
    return len(found)


def run(*, at: datetime) -> dict[str, int]:
    """Publish and take down what is due: a part of `DUE_WORK`. Returns how many of each.

    Publishing comes first: the new version may be the one that goes, or that stays longer.
    """
    over = Page.objects.filter(live=True, expire_at__lte=at).order_by("expire_at", "pk")
    new = Revision.objects.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at", "pk")
    done = due.each(new, _publish, "pages published")
    done += due.each(over, _take_down, "pages taken down")  # a copy has gone with its source
    return {name: done[name] for name in ("pages published", "pages taken down", *done)}


def _take_down(page: Page) -> None:
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")
