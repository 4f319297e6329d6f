from django.http import HttpRequest, HttpResponseBase
from django.middleware import locale


class LocaleMiddleware(locale.LocaleMiddleware):
    """Django's, which leads `/` to `/fr/`, but lets a view's own 404 stand.

    Django would lead any 404 without a language to the page of that name in one; every path names a
    page to Wagtail, so a refused `/admin/x/` would become a missing page `/fr/admin/x/`.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == 404 and request.resolver_match is not None:
            return response
        return super().process_response(request, response)
