"""Who may open which address of the back office: each has a door, and what has none stays shut.

Wagtail and its packages ask who somebody is in many places and in many ways. Here it is asked once
more, in one place, before any of them: the same of the list of a kind of record and of every other
view of it. What nobody needs is not there.
"""

import logging
from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import (
    FieldError,
    ObjectDoesNotExist,
    PermissionDenied,
    SuspiciousOperation,
    ValidationError,
)
from django.db import DataError
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.restrictions import readable_by

Door = Callable[[Any], bool]  # asked with the user, who may open the back office at all
DESK = "/admin/"
LARGEST_KEY = 2**63 - 1
LONGEST = 1_000  # characters that are searched for: databases refuse far longer patterns

log = logging.getLogger(__name__)


def everybody(user: Any) -> bool:
    return True


def nobody(user: Any) -> bool:
    return False


def superusers(user: Any) -> bool:
    return bool(user.is_superuser)


def writers(user: Any) -> bool:
    """Those who may do something with pages."""
    return bool(user_has_any_page_permission(user))


def any_of(*permissions: str) -> Door:
    return lambda user: any(user.has_perm(permission) for permission in permissions)


def on(app: str, *models: str) -> Door:
    """Any right on these records, as their list asks for."""
    verbs = ("add", "change", "delete", "view")
    return any_of(*(f"{app}.{verb}_{model}" for model in models for verb in verbs))


def either(*doors: Door) -> Door:
    return lambda user: any(door(user) for door in doors)


managers = any_of("incubator.run_programme", "incubator.change_call", "incubator.change_pilot")
places, crafts, themes = on("provenance", "place"), on("provenance", "craft"), on("cms", "theme")


def in_collections(model: Callable[[], Any], *verbs: str) -> Door:
    """Any of these rights on things of collections."""
    return lambda user: bool(
        policy_registry.get_by_type(model()).user_has_any_permission(user, verbs)
    )


LISTING = ("add", "change", "delete")  # what the lists of pictures and documents ask for
in_library = in_collections(get_image_model, *LISTING)
in_documents = in_collections(get_document_model, *LISTING)
picture_choosers = in_collections(get_image_model, *LISTING, "choose")
document_choosers = in_collections(get_document_model, *LISTING, "choose")

# The first pattern that fits the name of the address. A modeladmin asks for itself: see
# ground/backoffice/lists.py, on which tests/walk/test_doors.py insists.
DOORS: dict[str, Door] = {
    # One's own, and what every page of the desk is made of.
    "sign_in_at_the_desk": everybody,
    "wagtailadmin_home": everybody,
    "wagtailadmin_account": everybody,
    "wagtailadmin_log*": everybody,  # in and out
    "wagtailadmin_password_reset*": everybody,  # they lead to the one sign-in page
    "wagtailadmin_dismissibles": everybody,
    "wagtailadmin_sprite": everybody,
    "*javascript_catalog": everybody,
    "words_for_scripts": everybody,
    "wagtailadmin_editing_sessions:*": everybody,  # asks for the record's own right
    # Pages.
    "wagtailadmin_explore*": writers,
    "wagtailadmin_pages:*": writers,
    "wagtailadmin_api:pages:*": writers,
    "wagtailadmin_block_preview": writers,
    "wagtailadmin_reports:*": writers,
    "stories:*": writers,
    "routes:*": writers,
    "events:*": writers,
    "destinations:*": writers,
    "wagtail_bulk_action": writers,  # of users too, which is superusers': ground/accounts
    # A manager's text of a call leads to pages, too: those that everybody may read.
    "wagtailadmin_choose_page*": either(writers, managers),
    # Translating.
    "wagtail_localize:snippets_api_*": nobody,
    "wagtail_localize:submit_snippet_translation": nobody,
    "wagtail_localize:machine_translate": nobody,
    "wagtail_localize:*": writers,
    # What pages and pilots are made of.
    "product_chooser:create": nobody,
    "artisan_chooser:create": nobody,
    "place_chooser:create": nobody,
    "craft_chooser:create": nobody,
    "pilot_chooser:create": nobody,
    "call_chooser:create": nobody,
    "product_chooser:*": writers,
    "artisan_chooser:*": writers,
    "place_chooser:*": either(writers, managers),
    "craft_chooser:*": writers,
    "pilot_chooser:*": either(writers, managers),
    "call_chooser:*": writers,
    "wagtailsnippetchoosers_*": nobody,  # ours stand in their place
    "wagtailsnippets:index": nobody,  # the menu leads to each list
    "wagtailsnippets_provenance_place:*": places,
    "wagtailsnippets_provenance_craft:*": crafts,
    "wagtailsnippets_cms_theme:*": themes,
    "wagtailimages_chooser:*": either(picture_choosers, managers),
    "wagtailimages:*": in_library,
    "wagtaildocs_chooser:*": document_choosers,
    "wagtaildocs:*": in_documents,
    "wagtailadmin_api:images:*": in_library,
    "wagtailadmin_api:documents:*": in_documents,
    "wagtailadmin_tag_*": either(writers, in_library),
    "wagtailembeds:*": nobody,  # no text of ours holds anything of another host
    "wagtailforms:*": nobody,  # there is no page with a form
    "wagtailredirects:*": on("wagtailredirects", "redirect"),
    "wagtailsettings:*": on("cms", "sitesettings"),
    # The site itself.
    "wagtailadmin_collections:*": on("wagtailcore", "collection"),
    "wagtailadmin_workflows:*": on("wagtailcore", "workflow", "task"),
    "wagtailsites:*": superusers,
    "wagtaillocales:*": superusers,
    "wagtailusers_users:*": superusers,
    "wagtailusers_groups:*": superusers,
    # Ours.
    "*_modeladmin_*": everybody,
    "incubator_move": managers,
    "incubator_prepare": managers,
    # Wagtail's tests of its own error pages.
    "wagtailadmin_error_test": nobody,
}


@cache
def door_of(name: str) -> Door | None:
    return next((door for pattern, door in DOORS.items() if fnmatchcase(name, pattern)), None)


class DoorsMiddleware:
    """Asks at the door, and answers in words what no page could have made of an address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        if not request.path.startswith(DESK):
            return
        if len(words := request.GET.get("q", "")) > LONGEST:
            shorter = request.GET.copy()
            shorter["q"] = words[:LONGEST]
            request.GET = shorter  # type: ignore[assignment]  # the stubs know no copy here
        door = door_of(request.resolver_match.view_name) if request.resolver_match else None
        if door in (None, nobody) or any(map(is_no_key, [*kwargs.values(), *keys_asked(request)])):
            raise Http404
        if not request.user.has_perm("wagtailadmin.access_admin"):
            return  # Wagtail leads to the sign-in page, or refuses
        if not door(request.user):
            raise PermissionDenied
        if not may_read_pages(request.user, kwargs):
            raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """400 for what others' views fail at because of what was sent; ours fail aloud.

        What is needed elsewhere and was to be deleted is told on the page that asked.
        """
        if not request.path.startswith(DESK):
            return None
        if isinstance(exception, ProtectedError):
            messages.error(request, _("This cannot be deleted: other records need it."))
            return redirect(request.path)
        if not is_of_what_was_sent(exception):
            return None
        log.warning("no page knows what to do with this request", exc_info=exception)
        return render(request, "400.html", status=400)


def keys_asked(request: HttpRequest) -> list[str]:
    """What the query string may name records by: not the words of a search, nor a page's number."""
    named = [values for name, values in request.GET.lists() if name not in {"q", "p"}]
    return [value for values in named for value in values]


def is_no_key(value: Any) -> bool:
    """Whether an address names a record by a number that no record can have."""
    digits = str(value)
    return digits.isdecimal() and (len(digits) > 19 or int(digits) > LARGEST_KEY)


PAGES_NAMED = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")


def may_read_pages(user: Any, kwargs: dict[str, Any]) -> bool:
    """Whether the pages that the address names are this user's to know."""
    keys = {kwargs[name] for name in PAGES_NAMED if name in kwargs}
    return not keys or len(keys) == readable_by(user, Page.objects.filter(pk__in=keys)).count()


SENT = (
    AttributeError,
    DataError,
    FieldError,
    LookupError,
    ObjectDoesNotExist,
    OverflowError,
    TypeError,
    UnicodeError,
    ValidationError,
    ValueError,
)


def is_of_what_was_sent(exception: Exception) -> bool:
    """Whether code that is not ours, and called by none of ours, could not read what was sent."""
    if isinstance(exception, SuspiciousOperation) or not isinstance(exception, SENT):
        return False
    step = exception.__traceback__
    while step:
        path = Path(step.tb_frame.f_code.co_filename)
        if path.is_relative_to(settings.BASE_DIR) and "site-packages" not in path.parts:
            return False
        step = step.tb_next
    return True
