from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET


@require_GET
@never_cache
def me(request: HttpRequest) -> HttpResponse:
    """What a public page cannot know: `{name, basket_count, csrf}`, for its script to fill in."""
    signed_in = request.user.is_authenticated
    return JsonResponse(
        {
            "name": (request.user.get_short_name() or request.user.email)
            if signed_in
            else "",
            "basket_count": request.basket.num_items,
            "csrf": get_token(request),
        }
    )
