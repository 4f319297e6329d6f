"""The artisans, and how each sends."""

from decimal import Decimal

from ground.provenance.models import Craft, Place
from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.models import ShippingOption

from ..prints import SMALL, Print, Printer
from ..words import Table, both, rows


def maker_print(row: Table) -> Print:
    return Print(f"artisan-{row['id']}", row["motif"], SMALL)


def prints() -> list[Print]:
    return [maker_print(row) for row in rows("artisans", "artisan")]


def load(printer: Printer) -> None:
    places = {place.slug: place for place in Place.objects.all()}
    crafts = {craft.slug: craft for craft in Craft.objects.all()}
    for row in rows("artisans", "artisan"):
        artisan, _new = Partner.objects.update_or_create(
            code=row["id"],
            defaults={
                "state": Partner.State.OPEN,
                "name": row["name"],
                "legal_name": row["name"],
                "maker": row["maker"],
                "portrait": printer.picture(maker_print(row), row, title=row["name"]),
                "place": places.get(row["place"]),
                "latitude": str(row["lat"]),
                "longitude": str(row["lon"]),
                "since": row["since"],
                "is_invented": row["invented"],
                "siret": row["siret"],
                "street": row["address"]["street"],
                "postcode": row["address"]["postcode"],
                "commune": row["commune"],
                "email": row["email"],
                "phone": row["phone"],
                "vat_regime": row["vat_regime"],
                "vat_number": row.get("vat_number", ""),
                "lead_time_days": row["lead_time_days"],
                "sends_in_two": row.get("sends_in_two", False),
                **both(row, tagline="tagline", about="about"),
            },
        )
        artisan.crafts.set(crafts[name] for name in row["crafts"])
        _sends(artisan, row)


def _sends(artisan: Partner, row: Table) -> None:
    for option in row["shipping"]:
        ShippingOption.objects.update_or_create(
            partner=artisan,
            method=option["code"],
            zone=option.get("zone", "home"),
            defaults={
                "price": Decimal(option["price"]),
                "days_min": option["days_min"],
                "days_max": option["days_max"],
            },
        )
