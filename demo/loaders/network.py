"""The other destinations, each an example profile."""

from cms.models import DestinationPage, Theme

from ..prints import SMALL, Print, Printer
from ..shelf import Shelf
from ..words import LANGUAGES, Table, rows, said
from .gazetteer import figures, paragraphs


def destination_print(row: Table) -> Print:
    return Print(f"destination-{row['id']}", row["motif"], SMALL)


def prints() -> list[Print]:
    return [destination_print(row) for row in rows("destinations", "destination")]


def load(shelf: Shelf, printer: Printer) -> None:
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    for row in rows("destinations", "destination"):
        picture = printer.picture(destination_print(row), row, title=said(row, "name", "fr"))
        for language in LANGUAGES:
            shelf.put(
                DestinationPage,
                f"destination-{row['id']}",
                language,
                under="list-network",
                slug=row["id"],
                title=said(row, "name", language),
                teaser=said(row, "summary", language),
                picture=picture,
                country=row["country"],
                latitude=str(row["lat"]),
                longitude=str(row["lon"]),
                world_heritage_year=row.get("unesco_year"),
                world_heritage_property=row.get("unesco_property", ""),
                theme=themes[row["themes"][0]],
                themes=[themes[name] for name in row["themes"]],
                offers="\n".join(row["offers"][language]),
                looks_for="\n".join(row["looks_for"][language]),
                is_example=row["example"],
                body=paragraphs(row, language),
                figures=figures(row, language),
            )
