"""One save of a page at a time: what is saved by itself does not undo a publication."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page


class OneSaveAtATimeMiddleware:
    """Lets whoever saves a page in Wagtail's editor wait for who saves it already.

    The editor saves by itself while somebody presses “Publish”. Where both run side by side, the
    slower one writes over the page all that it read before: what was published is a draft again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if request.method != "POST" or not match or match.view_name != "wagtailadmin_pages:edit":
            return None
        with transaction.atomic():
            # Before the view reads the page: who comes second sees what the first has written.
            Page.objects.select_for_update().filter(pk=kwargs["page_id"]).values_list("pk").first()
            response: HttpResponse = view(request, *args, **kwargs)
        return response
