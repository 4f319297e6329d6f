from .listing import Listing, ListingEvent
from .price import PriceChange

__all__ = ["Listing", "ListingEvent", "PriceChange"]
