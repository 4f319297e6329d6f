"""Oscar: its apps, with our forks in the place of those we change, and its settings."""

from oscar import INSTALLED_APPS as _APPS_OF_OSCAR
from oscar.defaults import *  # noqa: F403  (Oscar documents its defaults to be imported so)

_FORKS = {
    "oscar.apps.basket.apps.BasketConfig": "marketplace.forks.basket.apps.BasketConfig",
    "oscar.apps.catalogue.apps.CatalogueConfig": "marketplace.forks.catalogue.apps.CatalogueConfig",
    "oscar.apps.checkout.apps.CheckoutConfig": "marketplace.forks.checkout.apps.CheckoutConfig",
    "oscar.apps.offer.apps.OfferConfig": "marketplace.forks.offer.apps.OfferConfig",
    "oscar.apps.order.apps.OrderConfig": "marketplace.forks.order.apps.OrderConfig",
    "oscar.apps.partner.apps.PartnerConfig": "marketplace.forks.partner.apps.PartnerConfig",
    "oscar.apps.search.apps.SearchConfig": "marketplace.forks.search.apps.SearchConfig",
    "oscar.apps.shipping.apps.ShippingConfig": "marketplace.forks.shipping.apps.ShippingConfig",
}
_ELSEWHERE = {
    # Django's own apps are listed in base.py; search is modelsearch's, not haystack's.
    "haystack",
}
OSCAR_APPS = [
    _FORKS.get(app, app)
    for app in _APPS_OF_OSCAR
    if app not in _ELSEWHERE and not app.startswith("django.contrib.")
]

OSCAR_SHOP_NAME = "Terril"
OSCAR_SHOP_TAGLINE = ""
OSCAR_DEFAULT_CURRENCY = "EUR"
OSCAR_OFFERS_INCL_TAX = True
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 200
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_PRODUCTS_PER_PAGE = 24
OSCAR_DELETE_IMAGE_FILES = False  # the picture library owns the files
OSCAR_SLUG_ALLOW_UNICODE = False
OSCAR_REQUIRED_ADDRESS_FIELDS = (
    "first_name",
    "last_name",
    "line1",
    "line4",
    "postcode",
    "country",
)

# Orders and their lines follow the parcels (`fulfilment.actions.move`): nobody sets a status, so
# that no status leads to another by hand.
OSCAR_INITIAL_ORDER_STATUS = "placed"
OSCAR_INITIAL_LINE_STATUS = "placed"
OSCAR_ORDER_STATUS_PIPELINE = {"placed": (), "complete": (), "cancelled": ()}
OSCAR_LINE_STATUS_PIPELINE = {"placed": (), "sent": (), "cancelled": ()}

# Oscar imports haystack's forms even where its search is replaced; nothing asks this engine.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}

# The files are the picture library's: taking a picture off a product leaves it in the library.
OSCAR_DELETE_IMAGE_FILES = False
OSCAR_SLUG_FUNCTION = "ground.typed.names.slug"
