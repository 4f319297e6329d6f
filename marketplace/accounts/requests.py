"""What the middleware has put on a request by the time that a view sees it, for type checkers."""

from typing import Any

from django.http import HttpRequest

from .models import User


class ShopRequest(HttpRequest):
    """With the visitor's basket, by Oscar's middleware; Oscar has no types."""

    basket: Any


class SignedInRequest(ShopRequest):
    """Behind `login_required`: the user is somebody."""

    user: User
