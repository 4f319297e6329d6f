"""The page of one's own account, and what a kept page cannot know of its visitor."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from marketplace.forks.basket.glance import count_in_basket

from .models import User
from .requests import ShopRequest, SignedInRequest


@never_cache
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """Everything one person does here, from one page: each app's template tags add their door."""
    is_trusted = request.user.is_staff or request.user.partners.exists()
    context = {
        # Whoever can change what others see or earn is asked for a second step at sign-in.
        "should_secure": is_trusted and not is_mfa_enabled(request.user),
    }
    return render(request, "accounts/home.html", context)


@require_GET
@never_cache
def me(request: ShopRequest) -> HttpResponse:
    """What a public page cannot know: `{name, basket_count, csrf}`, for its script to fill in."""
    return JsonResponse(
        {
            "name": name_of(request.user),
            "basket_count": count_in_basket(request),
            "csrf": get_token(request),
        }
    )


def name_of(user: User | AnonymousUser) -> str:
    """What to call somebody; nobody has no name."""
    return (user.get_short_name() or user.email) if isinstance(user, User) else ""
