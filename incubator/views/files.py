"""The one way to a file of an application."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ground.files.refusal import FileRefused

from ..models import ApplicationFile
from ..reading import content_for, name_for


@login_required
@never_cache
@require_safe
def download(request: HttpRequest, key: str) -> HttpResponseBase:
    """A file, for those who may read it, always as something to save and never to run."""
    files = ApplicationFile.objects.visible_to(request.user).select_related("application")
    file = get_object_or_404(files, key=key)
    try:
        content = content_for(file, request.user)
    except FileNotFoundError:
        raise Http404 from None
    except FileRefused as reason:
        return HttpResponse(str(reason), status=409, content_type="text/plain; charset=utf-8")
    response = FileResponse(
        content,
        as_attachment=True,
        filename=name_for(file, request.user),
        content_type=file.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
