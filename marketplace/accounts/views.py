from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET


@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Everything one person does here, from one page: each app's template tags add their door."""
    is_trusted = request.user.is_staff or request.user.partners.exists()
    context = {
        # Whoever can change what others see or earn is asked for a second step at sign-in.
        "should_secure": is_trusted and not is_mfa_enabled(request.user),
    }
    return render(request, "accounts/home.html", context)


@require_GET
@never_cache
def me(request: HttpRequest) -> HttpResponse:
    """What a public page cannot know: `{name, basket_count, csrf}`, for its script to fill in."""
    signed_in = request.user.is_authenticated
    return JsonResponse(
        {
            "name": (request.user.get_short_name() or request.user.email) if signed_in else "",
            "basket_count": request.basket.num_items,
            "csrf": get_token(request),
        }
    )
