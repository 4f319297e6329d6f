from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.utils import timezone


def write_first_prices(apps, schema_editor):
    """Until now the log began with the second price, and knew nothing of loaders and commands.

    A price that was never logged holds since its record was made; one that differs from the last
    in the log, since today for all that is known.
    """
    StockRecord = apps.get_model("partner", "StockRecord")
    PriceChange = apps.get_model("studio", "PriceChange")
    known = PriceChange.objects.filter(stockrecord=OuterRef("pk")).order_by("-at", "-pk")
    priced = StockRecord.objects.filter(price__isnull=False).annotate(
        last=Subquery(known.values("price")[:1])
    )
    today = timezone.now()
    PriceChange.objects.bulk_create(
        (
            PriceChange(
                stockrecord=record,
                price=record.price,
                at=record.date_created if record.last is None else today,
            )
            for record in priced.order_by("pk").iterator(chunk_size=2000)
            if record.last != record.price
        ),
        batch_size=2000,
    )


class Migration(migrations.Migration):
    dependencies = [("studio", "0001_initial"), ("partner", "0009_ours_artisan_links")]

    # Backwards nothing is undone: what was sold at which price stays true.
    operations = [migrations.RunPython(write_first_prices, migrations.RunPython.noop)]
