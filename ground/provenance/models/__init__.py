"""What everything else points to: places, crafts, pictures, labels, and a product's origin."""

from .craft import Craft
from .label import Label
from .picture import Picture, Rendition, hold_cuts, share_url
from .place import Place
from .provenance import Evidence, Provenance

__all__ = [
    "Craft",
    "Evidence",
    "Label",
    "Picture",
    "Place",
    "Provenance",
    "Rendition",
    "hold_cuts",
    "share_url",
]
