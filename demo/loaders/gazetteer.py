"""Themes, places and crafts: the records that all apps share, and the pages that tell of them."""

from cms.models import CraftPage, PlacePage, Theme, ThemePage
from ground.provenance.models import Craft, Place

from ..prints import SMALL, Print, Printer
from ..shelf import Shelf
from ..words import LANGUAGES, Table, both, html, rows, said


def theme_print(row: Table) -> Print:
    return Print(f"theme-{row['id']}", row["motif"], SMALL)


def place_print(row: Table) -> Print:
    return Print(f"place-{row['id']}", row["motif"])


def craft_print(row: Table) -> Print:
    return Print(f"craft-{row['id']}", row["motif"], SMALL)


def prints() -> list[Print]:
    return [
        *map(place_print, rows("places", "place")),
        *map(craft_print, rows("crafts", "craft")),
        *map(theme_print, rows("themes", "theme")),
    ]


def load_themes(shelf: Shelf, printer: Printer) -> None:
    for position, row in enumerate(rows("themes", "theme")):
        theme, _new = Theme.objects.update_or_create(
            slug=row["id"], defaults={"position": position, **both(row, name="name")}
        )
        picture = printer.picture(theme_print(row), row, title=said(row, "name", "fr"))
        for language in LANGUAGES:
            shelf.put(
                ThemePage,
                f"theme-{row['id']}",
                language,
                under="list-themes",
                slug=row["id"],
                title=said(row, "name", language),
                teaser=said(row, "summary", language),
                picture=picture,
                theme=theme,
                body=paragraphs(row, language),
            )


def load_places(shelf: Shelf, printer: Printer) -> None:
    for row in rows("places", "place"):
        picture = printer.picture(place_print(row), row, title=said(row, "name", "fr"))
        place, _new = Place.objects.update_or_create(
            slug=row["id"],
            defaults={
                "kind": row["kind"],
                "commune": row["commune"],
                "department": row["department"],
                "latitude": str(row["lat"]),
                "longitude": str(row["lon"]),
                "position_is_approximate": row["precision"] != "verified",
                "is_world_heritage": row["unesco"],
                "is_visitable": row["visitable"],
                "picture": picture,
                **both(row, name="name", summary="summary", former_use="former_use"),
            },
        )
        for language in LANGUAGES:
            shelf.put(
                PlacePage,
                f"place-{row['id']}",
                language,
                under="list-places",
                slug=row["id"],
                title=said(row, "name", language),
                teaser=said(row, "summary", language),
                picture=picture,
                place=place,
                body=paragraphs(row, language),
                figures=figures(row, language),
                heritage_note=said(row, "unesco_note", language),
                access=said(row, "access", language),
                website=row.get("website", ""),
                last_checked=row.get("checked"),
            )


def load_crafts(shelf: Shelf, printer: Printer) -> None:
    places = {place.slug: place for place in Place.objects.all()}
    for row in rows("crafts", "craft"):
        picture = printer.picture(craft_print(row), row, title=said(row, "name", "fr"))
        craft, _new = Craft.objects.update_or_create(
            slug=row["id"],
            defaults={"picture": picture, **both(row, name="name", summary="summary")},
        )
        for language in LANGUAGES:
            shelf.put(
                CraftPage,
                f"craft-{row['id']}",
                language,
                under="list-crafts",
                slug=row["id"],
                title=said(row, "name", language),
                teaser=said(row, "summary", language),
                picture=picture,
                craft=craft,
                area=said(row, "area", language),
                places=[places[name] for name in row["places"]],
                body=paragraphs(row, language),
                figures=figures(row, language),
            )


def paragraphs(row: Table, language: str) -> list[tuple[str, object]]:
    """The `body` of a row as the blocks of a page."""
    return [("paragraph", html(said(row, "body", language)))]


def figures(row: Table, language: str) -> list[tuple[str, object]]:
    """The `figures` of a row as the blocks of a page."""
    return [
        (
            "figure",
            {
                "value": said(figure, "value", language),
                "label": said(figure, "label", language),
                "source": figure["source"],
            },
        )
        for figure in row.get("figures", [])
    ]
