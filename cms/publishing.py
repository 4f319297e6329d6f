"""When pages appear and go: what is public stays so until its next version is due, nothing is
before its day, and copies follow."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


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
    due = Revision.objects.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at", "pk")
    return {
        "pages published": _each(due.values_list("pk", flat=True), _publish),
        "pages taken down": _each(over.values_list("pk", flat=True), _take_down),
    }


def _each(keys: Iterable[int], do: Callable[[int], bool]) -> int:
    """Do it for each: one that fails stands in the log and stops no other. Returns how many."""
    done = 0
    for key in list(keys):
        try:
            with transaction.atomic():
                done += do(key)
        except Exception:
            logger.exception("%s failed for %s", do.__name__, key)
    return done


def _take_down(key: int) -> bool:
    page = Page.objects.filter(pk=key, live=True).first()  # a copy has gone with its source
    if page:
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return page is not None


def _publish(key: int) -> bool:
    revision = Revision.objects.filter(pk=key).exclude(approved_go_live_at=None).first()
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")
    return revision is not None
