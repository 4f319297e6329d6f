"""What one goes to: routes with their stops, events with their sessions."""

from datetime import date
from zoneinfo import ZoneInfo

from django.utils import timezone

from cms.models import EventPage, EventSession, RoutePage, RouteStop, Theme
from ground.provenance.models import Place
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from ..prints import Print, Printer
from ..shelf import Shelf, key_of
from ..words import LANGUAGES, Table, folder, html, rows, said
from .gazetteer import paragraphs


def route_print(row: Table) -> Print:
    return Print(f"route-{row['id']}", row["motif"])


def artwork_print(row: Table, number: int) -> Print:
    return Print(f"route-{row['id']}-{number}", row["stops"][number - 1]["artwork"]["motif"])


def event_print(row: Table) -> Print:
    return Print(f"event-{row['id']}", row["motif"])


def prints() -> list[Print]:
    routes = folder("routes")
    works = [
        artwork_print(row, number)
        for row in routes
        for number, stop in enumerate(row["stops"], 1)
        if "artwork" in stop
    ]
    return [*map(route_print, routes), *works, *map(event_print, rows("events", "event"))]


def load_routes(shelf: Shelf, printer: Printer) -> None:
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    for row in folder("routes"):
        picture = printer.picture(route_print(row), row, title=said(row, "title", "fr"))
        for language in LANGUAGES:
            shelf.put(
                RoutePage,
                f"route-{row['id']}",
                language,
                under="list-routes",
                slug=row["id"],
                title=said(row, "title", language),
                teaser=said(row, "teaser", language),
                picture=picture,
                theme=themes[row["theme"]],
                themes=[themes[name] for name in row["themes"]],
                intro=html(said(row, "intro", language)),
                mode=row["mode"],
                modes=row["modes"],
                distance_km=str(row["distance_km"]),
                distance_note=said(row, "distance_note", language),
                is_schematic=row["schematic"],
                geometry=row["geometry"],
                access=said(row, "access", language),
                practical=said(row, "practical", language),
                stops=[
                    _stop(row, number, language, shelf, printer)
                    for number in range(1, len(row["stops"]) + 1)
                ],
            )


def _stop(row: Table, number: int, language: str, shelf: Shelf, printer: Printer) -> RouteStop:
    stop = row["stops"][number - 1]
    made = RouteStop(
        translation_key=key_of(f"route-{row['id']}-stop-{number}"),
        locale=shelf.locales[language],
        sort_order=number,
        place=Place.objects.filter(slug=stop["place"]).first(),
        latitude=str(stop["lat"]),
        longitude=str(stop["lon"]),
        title=said(stop, "title", language),
        text=said(stop, "text", language),
        listen=said(stop, "listen", language),
        product=Product.objects.filter(upc=stop["product"]).first() if "product" in stop else None,
    )
    work = stop.get("artwork")
    if work:
        made.artwork_title = said(work, "title", language)
        made.artwork_artist = work["artist"]
        made.artwork_year = str(work["year"])
        made.artwork_medium = said(work, "medium", language)
        made.artwork_text = said(work, "text", language)
        made.artwork_rights = said(work, "rights", language)
        made.artwork_state = work["state"]
        made.artwork_is_invented = work["invented"]
        made.artwork_picture = printer.picture(
            artwork_print(row, number), work, title=said(work, "title", "fr")
        )
    return made


def load_events(shelf: Shelf, printer: Printer) -> None:
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    for row in rows("events", "event"):
        row = next_time(row, today=timezone.localdate())
        picture = printer.picture(event_print(row), row, title=said(row, "title", "fr"))
        for language in LANGUAGES:
            shelf.put(
                EventPage,
                f"event-{row['id']}",
                language,
                under="list-events",
                slug=row["id"],
                title=said(row, "title", language),
                teaser=said(row, "teaser", language),
                picture=picture,
                place=Place.objects.get(slug=row["place"]),
                country=row["country"],
                zone=row["zone"],
                capacity=row["capacity"],
                needs_registration=row["registration"],
                registration_url=row.get("registration_url", ""),
                is_invented=row["invented"],
                themes=[themes[name] for name in row["themes"]],
                artisans=list(Partner.objects.filter(code__in=row["artisans"])),
                body=paragraphs(row, language),
                sessions=[
                    _session(row, number, language, shelf)
                    for number in range(1, len(row["sessions"]) + 1)
                ],
            )


def next_time(event: Table, *, today: date) -> Table:
    """The same event in the year in which it is next to come."""
    last = event["sessions"][-1]["end"]
    over = (today.month, today.day) > (last.month, last.day)
    year = max(last.year, today.year + over)
    sessions = [
        {**session, **{edge: session[edge].replace(year=year) for edge in ("start", "end")}}
        for session in event["sessions"]
    ]
    return {**event, "sessions": sessions}


def _session(row: Table, number: int, language: str, shelf: Shelf) -> EventSession:
    session = row["sessions"][number - 1]
    zone = ZoneInfo(row["zone"])
    return EventSession(
        translation_key=key_of(f"event-{row['id']}-session-{number}"),
        locale=shelf.locales[language],
        sort_order=number,
        starts_at=session["start"].replace(tzinfo=zone),
        ends_at=session["end"].replace(tzinfo=zone),
        label=said(session, "label", language),
    )
