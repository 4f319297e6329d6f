"""What a public page shows between masthead and footer, drawn once for as long as nothing changes.

The frame around it is drawn for each request; what stands in the middle is most of the work.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from .keys import digest, drawn_now
from .middleware import SECONDS_KEPT, may_be_kept

Contents = dict[str, Any]


def kept_contents(
    request: HttpRequest,
    make: Callable[[], Contents],
    *,
    by_query: bool = True,
    whose: Callable[[], str] | None = None,
) -> Contents:
    """What `make` returns for the address of `request`: a template's context, its parts drawn.

    `by_query`: whether what the address asks for after its "?" makes a difference. `whose`: where
    it is not the same for everybody, names all of the visitor's own that it shows; what changes
    while it is made is not kept. Without it, nothing is kept that was made with a look at the
    session, and never what has a token of the visitor's in it. Kept for as long as whole pages.
    What `make` raises, it raises each time. Who writes templates sees each change.
    """
    if settings.DEBUG or not may_be_kept(request):
        return make()
    path = request.get_full_path() if by_query else request.path
    name = whose() if whose else ""
    address = f"{timezone.localdate()}:{name}:{request.build_absolute_uri(path)}"
    key = f"contents:{drawn_now()}:{digest(address)}"
    contents: Contents | None = cache.get(key)
    if contents is None:
        contents = make()
        is_as_named = whose() == name if whose else not request.session.accessed
        if is_as_named and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
            cache.set(key, contents, timeout=SECONDS_KEPT)
    return contents
