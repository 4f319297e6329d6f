from django.db import migrations

CALLED_OFF, TO_PREPARE = {"refused", "cancelled"}, {"new", "accepted"}


def follow(apps, schema_editor):
    """Orders said "placed" for ever, or what somebody set by hand: from now on, what their parcels say."""
    Order = apps.get_model("order", "Order")
    Line = apps.get_model("order", "Line")
    Consignment = apps.get_model("fulfilment", "Consignment")
    parcels = {}
    for order, state in Consignment.objects.values_list("order", "state"):
        parcels.setdefault(order, set()).add(state)
    for order, states in parcels.items():
        status = "placed"
        if states <= CALLED_OFF:
            status = "cancelled"
        elif not states & TO_PREPARE:
            status = "complete"
        Order.objects.filter(pk=order).exclude(status=status).update(status=status)
    of_parcel = "consignment_line__consignment__state__in"
    called_off = Line.objects.filter(**{of_parcel: CALLED_OFF}).values("pk")
    to_prepare = Line.objects.filter(**{of_parcel: TO_PREPARE}).values("pk")
    sent = Line.objects.exclude(consignment_line=None).exclude(pk__in=called_off).exclude(pk__in=to_prepare)
    for lines, status in ((called_off, "cancelled"), (to_prepare, "placed"), (sent.values("pk"), "sent")):
        Line.objects.filter(pk__in=list(lines.values_list("pk", flat=True))).exclude(status=status).update(status=status)


class Migration(migrations.Migration):
    dependencies = [
        ("fulfilment", "0003_history_is_kept"),
        ("order", "0022_ours_own_words"),
    ]

    # Backwards there is nothing to undo: the version before read no status.
    operations = [migrations.RunPython(follow, migrations.RunPython.noop)]
