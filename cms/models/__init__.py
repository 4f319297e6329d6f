"""The pages of a destination. Each kind in its file; `BasePage` holds what all have."""

from .base import BasePage
from .craft import CraftIndexPage, CraftPage
from .document import EditorDocument
from .event import EventIndexPage, EventPage, EventSession
from .home import HomePage
from .network import DestinationPage, NetworkPage
from .place import PlaceIndexPage, PlacePage
from .plain import PlainPage
from .route import RouteIndexPage, RoutePage, RouteStop
from .search import SearchEntry
from .site import SiteSettings
from .story import StoryIndexPage, StoryPage, StoryReference
from .theme import Theme, ThemeIndexPage, ThemePage

__all__ = [
    "BasePage",
    "CraftIndexPage",
    "CraftPage",
    "DestinationPage",
    "EditorDocument",
    "EventIndexPage",
    "EventPage",
    "EventSession",
    "HomePage",
    "NetworkPage",
    "PlaceIndexPage",
    "PlacePage",
    "PlainPage",
    "RouteIndexPage",
    "RoutePage",
    "RouteStop",
    "SearchEntry",
    "SiteSettings",
    "StoryIndexPage",
    "StoryPage",
    "StoryReference",
    "Theme",
    "ThemeIndexPage",
    "ThemePage",
]
