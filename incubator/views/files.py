from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..models import ApplicationFile
from ..reading import name_for


@login_required
@never_cache
@require_safe
def download(request: HttpRequest, key: str) -> FileResponse:
    """A file, for those who may read it, always as something to save and never to run."""
    files = ApplicationFile.objects.visible_to(request.user).select_related("application")
    file = get_object_or_404(files, key=key)
    try:
        content = file.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(
        content,
        as_attachment=True,
        filename=name_for(file, request.user),
        content_type=file.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
