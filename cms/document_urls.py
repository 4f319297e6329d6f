"""The editors' documents, handed out by Wagtail's view: it asks who may read their collection."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from wagtail.documents.views import serve


def document(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Wagtail's; a file that is away is not found, rather than an error."""
    try:
        return serve.serve(request, pk, name)
    except FileNotFoundError:
        raise Http404 from None


urlpatterns = [
    path("<int:pk>/<path:name>", document, name="wagtaildocs_serve"),
    path(
        "with-password/<int:restriction_id>/",
        serve.authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]
