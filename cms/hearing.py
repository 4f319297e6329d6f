"""What the pages have to do with what happens elsewhere."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.urls import reverse
from wagtail.users.models import UserProfile

from ground.accounts.models import User
from ground.letters import outbox
from marketplace.studio.models import Listing
from marketplace.studio.signals import left_the_shop

from .models import StoryPage
from .roles import EDITORS


@receiver(user_logged_in)
def keep_a_profile(user: Any, **kwargs: Any) -> None:
    """Wagtail would write it while a page is only read."""
    if user.has_perm("wagtailadmin.access_admin"):
        UserProfile.get_for_user(user)


@receiver(left_the_shop)
def tell_the_editors(listing: Listing, **kwargs: Any) -> None:
    """Their stories show it no more: another thing may belong there."""
    told_in = StoryPage.objects.live().filter(references__product=listing.product_id)
    stories = [
        (story.title, reverse("wagtailadmin_pages:edit", args=[story.pk]))
        for story in told_in.distinct().order_by("title")
    ]
    if stories:
        for editor in User.objects.filter(groups__name=EDITORS, is_active=True).distinct():
            outbox.write(
                "cms/product_left",
                to=editor.email,
                language=editor.language,
                listing=listing,
                stories=stories,
                path=stories[0][1],
            )
