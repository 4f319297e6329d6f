"""schema.org descriptions of what pages are about, for JSON-LD.

Each thing has one `@id`, the same in every language; what is invented has no description, since
machines believe it.
"""

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from ground.design.navigation import Destination
from ground.provenance.models import Place
from ground.provenance.models.place import PlaceKind

from .identities import identity
from .languages import active_language
from .models import (
    BasePage,
    DestinationPage,
    EventPage,
    EventSession,
    HomePage,
    PlacePage,
    RoutePage,
    StoryPage,
)

Data = dict[str, Any]

KINDS: dict[str, str | list[str]] = {
    PlaceKind.MUSEUM: ["Museum", "TouristAttraction"],
    PlaceKind.MEMORIAL: ["LandmarksOrHistoricalBuildings", "TouristAttraction"],
    PlaceKind.BELFRY: ["LandmarksOrHistoricalBuildings", "TouristAttraction"],
    PlaceKind.STATION: "TrainStation",
    PlaceKind.STADIUM: "StadiumOrArena",
    PlaceKind.PARK: ["Park", "TouristAttraction"],
}


@dataclass(frozen=True)
class Setting:
    """What a description needs besides its page: `picture` is an absolute address, "" for none."""

    base_url: str
    picture: str
    who: Destination


@singledispatch
def describe(page: BasePage, setting: Setting) -> list[Data]:
    """What schema.org can say of `page`; nothing for a kind that it has no word for."""
    return []


@describe.register
def _home(page: HomePage, setting: Setting) -> list[Data]:
    return [organisation(setting)]


@describe.register
def _place(page: PlacePage, setting: Setting) -> list[Data]:
    one = page.place
    return [
        _said(
            **{
                "@type": KINDS.get(one.kind, "TouristAttraction"),
                "@id": identity("places", one.pk),
            },
            name=page.title,
            description=page.description,
            url=f"{setting.base_url}{page.url}",
            image=setting.picture,
            publicAccess=one.is_visitable,
            address={
                "@type": "PostalAddress",
                "addressLocality": one.commune,
                "addressRegion": one.department,
            },
            geo=geo(one.latitude, one.longitude),
        )
    ]


@describe.register
def _story(page: StoryPage, setting: Setting) -> list[Data]:
    return [
        _said(
            **{"@type": "Article", "@id": identity("pages", page.translation_key)},
            headline=page.title,
            description=page.description,
            inLanguage=active_language(),
            datePublished=page.dated and page.dated.isoformat(),
            dateModified=page.last_published_at and page.last_published_at.isoformat(),
            author={"@type": "Organization", "name": page.byline or setting.who.name},
            publisher=organisation(setting),
            image=setting.picture,
            mainEntityOfPage=f"{setting.base_url}{page.url}",
            contentLocation=page.told_at and _spot(page.told_at),
        )
    ]


@describe.register
def _route(page: RoutePage, setting: Setting) -> list[Data]:
    stops = [
        {
            "@type": "ListItem",
            "position": number,
            "item": {
                "@type": "TouristAttraction",
                "@id": identity("stops", stop.translation_key),
                "name": stop.title,
                "geo": geo(stop.latitude, stop.longitude),
            },
        }
        for number, stop in enumerate(page.stops.all(), 1)
    ]
    return [
        _said(
            **{"@type": "TouristTrip", "@id": identity("pages", page.translation_key)},
            name=page.title,
            description=page.description,
            url=f"{setting.base_url}{page.url}",
            image=setting.picture,
            itinerary={
                "@type": "ItemList",
                "numberOfItems": len(stops),
                "itemListElement": stops,
            },
        )
    ]


@describe.register
def _event(page: EventPage, setting: Setting) -> list[Data]:
    """One event. Where it has several dates, each is an event of its own that belongs to it."""
    sessions = sorted(page.sessions.all(), key=lambda session: session.starts_at)
    if page.is_invented or not sessions:
        return []
    whole = {
        **_taking_place(page, setting, sessions),
        **_said(
            **{"@id": identity("pages", page.translation_key)},
            name=page.title,
            description=page.description,
            maximumAttendeeCapacity=page.capacity,
            url=f"{setting.base_url}{page.url}",
            image=setting.picture,
        ),
    }
    if len(sessions) > 1:
        whole["subEvent"] = [
            {
                **_taking_place(page, setting, [session]),
                "@id": identity("sessions", session.translation_key),
                "name": f"{page.title}, {session.label or session.when}",
                "superEvent": {"@id": whole["@id"]},
            }
            for session in sessions
        ]
    return [whole]


def _taking_place(page: EventPage, setting: Setting, sessions: list[EventSession]) -> Data:
    """What an event and each of its dates have to say."""
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    last = max(sessions, key=lambda session: session.ends_at)
    return _said(
        **{"@type": "Event"},
        startDate=sessions[0].local_start.isoformat(),
        endDate=last.local_end.isoformat(),
        eventStatus=f"https://schema.org/{status}",
        eventAttendanceMode="https://schema.org/OfflineEventAttendanceMode",
        organizer=organisation(setting),
        location=page.place and _spot(page.place),
    )


@describe.register
def _destination(page: DestinationPage, setting: Setting) -> list[Data]:
    if page.is_example:
        return []
    return [
        _said(
            **{
                "@type": "TouristDestination",
                "@id": identity("pages", page.translation_key),
            },
            name=page.title,
            description=page.description,
            url=f"{setting.base_url}{page.url}",
            image=setting.picture,
            geo=geo(page.latitude, page.longitude),
        )
    ]


def organisation(setting: Setting) -> Data:
    """The destination as the organisation that speaks."""
    return _said(
        **{"@type": "Organization", "@id": f"{setting.base_url}/#organisation"},
        name=setting.who.name,
        alternateName=setting.who.short_name,
        description=setting.who.tagline,
        url=f"{setting.base_url}/",
    )


def geo(latitude: Any, longitude: Any) -> Data:
    """A point, from decimal degrees."""
    return {
        "@type": "GeoCoordinates",
        "latitude": float(latitude),
        "longitude": float(longitude),
    }


def _spot(one: Place) -> Data:
    return {
        "@type": "Place",
        "@id": identity("places", one.pk),
        "name": one.name,
        "address": {"@type": "PostalAddress", "addressLocality": one.commune},
        "geo": geo(one.latitude, one.longitude),
    }


def _said(**values: Any) -> Data:
    """The description without what is not known."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}
