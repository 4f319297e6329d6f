from collections import Counter

from django.db import migrations

WAITING = ["new", "accepted"]


def remember(apps, schema_editor):
    """Until now a line said its quantity, and a hold stood for what is made to order, too.

    What a stock record has allocated belongs to the payments under way, then to the parcels that
    wait, the oldest first: so each line gets what can have been taken for it, and the sum is right
    whatever was switched meanwhile.
    """
    StockHold = apps.get_model("payments", "StockHold")
    Line = apps.get_model("order", "Line")
    StockRecord = apps.get_model("partner", "StockRecord")
    StockHold.objects.filter(stockrecord__product__is_made_to_order=True).delete()
    left = Counter(dict(StockRecord.objects.filter(num_allocated__gt=0).values_list("pk", "num_allocated")))
    for record, quantity in StockHold.objects.values_list("stockrecord", "quantity"):
        left[record] -= quantity
    waiting = Line.objects.filter(consignment_line__consignment__state__in=WAITING)
    Line.objects.exclude(pk__in=waiting.values("pk")).exclude(num_allocated=0).update(num_allocated=0)
    for line in waiting.order_by("pk").iterator():
        taken = max(0, min(line.quantity, left[line.stockrecord_id]))
        left[line.stockrecord_id] -= taken
        if line.num_allocated != taken:
            line.num_allocated = taken
            line.save(update_fields=["num_allocated"])


class Migration(migrations.Migration):
    dependencies = [
        ("fulfilment", "0001_initial"),
        ("order", "0022_ours_own_words"),
        ("partner", "0009_ours_artisan_links"),
        ("payments", "0001_initial"),
    ]

    # Backwards there is nothing to undo: the version before does not read what lines remember.
    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
