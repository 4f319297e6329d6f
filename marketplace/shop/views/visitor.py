"""What a kept page cannot know of its visitor."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from ground.accounts.models import User
from ground.accounts.requests import ShopRequest
from marketplace.forks.basket.glance import count_in_basket


@require_GET
@never_cache
def me(request: ShopRequest) -> HttpResponse:
    """Answer `{name, basket_count, csrf}`, for the script of a public page to fill in."""
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
