"""Getting what was bought from each artisan to the shopper."""

from .consignment import Consignment, ConsignmentEvent, ConsignmentLine, Part
from .shipping import ShippingOption

__all__ = ["Consignment", "ConsignmentEvent", "ConsignmentLine", "Part", "ShippingOption"]
