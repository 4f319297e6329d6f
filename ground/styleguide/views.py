"""The gallery, for those who build pages."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ground.styleguide.gallery import FOUNDATIONS, exhibits

from .samples import samples


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in its states. For developers and staff; 404 for everybody else."""
    is_open = settings.DEBUG or getattr(settings, "SHOW_STYLEGUIDE", False)
    if not (is_open or request.user.is_staff):
        raise Http404
    theme = request.GET.get("theme", "")
    context = {
        **samples(request),
        "foundations": [(name, f"styleguide/foundations/{name}.html") for name in FOUNDATIONS],
        "exhibits": exhibits(),
        "theme": theme if theme in {"light", "dark"} else "",
    }
    return render(request, "styleguide/gallery.html", context)
