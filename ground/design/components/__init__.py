"""The components, by what they are for. Importing this package registers them all."""

from . import (  # imported for the components that they register
    actions,
    cards,
    charts,
    commerce,
    feedback,
    maps,
    navigation,
    pages,
    pictures,
    progress,
    provenance,
    shapes,
    tables,
)

__all__ = [
    "actions",
    "cards",
    "charts",
    "commerce",
    "feedback",
    "maps",
    "navigation",
    "pages",
    "pictures",
    "progress",
    "provenance",
    "shapes",
    "tables",
]
