"""What to ask for: one page of each kind, and a signed-in shopper with five lines in the basket.

Printed as JSON. It runs in a process with the platform's settings, on a copy of its data.
"""

import json
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import translation
from oscar.core.loading import get_class, get_model

from cms.models import StoryPage
from ground.accounts.models import User

Basket = get_model("basket", "Basket")
Product = get_model("catalogue", "Product")
Selector = get_class("partner.strategy", "Selector")

LANGUAGE = "fr"


def pages() -> dict[str, str]:
    """An address for each kind of page."""
    story = StoryPage.objects.live().filter(locale__language_code=LANGUAGE).first()
    product = buyable()[0]
    return {
        "home": f"/{LANGUAGE}/",
        "story": story.get_url(),
        "product list": f"/{LANGUAGE}/shop/",
        "product": product.get_absolute_url(),
        "search": f"/{LANGUAGE}/search/?q=brique",
        "basket": f"/{LANGUAGE}/shop/basket/",
    }


def buyable() -> list[Any]:
    """Five products that can be bought as they are."""
    strategy = Selector().strategy()
    products = Product.objects.browsable().filter(structure="standalone").order_by("pk")
    able = (p for p in products if strategy.fetch_for_product(p).availability.is_available_to_buy)
    return [product for product, _ in zip(able, range(5), strict=False)]


def cookie() -> str:
    """The session cookie of a shopper with five lines in the basket."""
    user = User.objects.create_user(email="bench@terril.example", password=None)
    basket = Basket.objects.create(owner=user)
    basket.strategy = Selector().strategy(user=user)
    for product in buyable():
        basket.add_product(product)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def tell() -> None:
    """Print both."""
    with translation.override(LANGUAGE):
        print(json.dumps({"pages": pages(), "cookie": cookie()}))
