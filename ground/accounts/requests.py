"""What stands in a request: what the middleware has put there, and how rows are named in a form."""

import re
from typing import Any

from django.http import HttpRequest

from .models import User

# The key of a row, as a form sends it. What is longer is none, and too much for SQLite.
KEY = re.compile(r"\d{1,18}")


class ShopRequest(HttpRequest):
    """With the visitor's basket, by Oscar's middleware; Oscar has no types.

    `basket_hash`: its primary key, signed; None before there is one.
    """

    basket: Any
    basket_hash: Any


class SignedInRequest(ShopRequest):
    """Behind `login_required`: the user is somebody."""

    user: User
