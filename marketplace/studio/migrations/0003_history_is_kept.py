"""What has happened is kept by the database too: see ground/history."""

from django.db import migrations

from ground.history.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("studio", "0002_first_prices")]

    operations = [
        keep("studio", "listingevent"),
        keep("studio", "pricechange", goes_with_its_thing=True),
    ]
