from .listing import ListingForm, NewListingForm
from .orders import SendForm
from .photos import PhotosForm
from .reasons import ReasonForm
from .shop import ShopForm
from .stock import StockForm

__all__ = [
    "ListingForm",
    "NewListingForm",
    "PhotosForm",
    "ReasonForm",
    "SendForm",
    "ShopForm",
    "StockForm",
]
