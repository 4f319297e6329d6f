"""What has happened is kept by the database too: see ground/history."""

from django.db import migrations

from ground.history.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("fulfilment", "0002_lines_remember_what_they_took")]

    operations = [
        keep("fulfilment", "consignmentevent"),
    ]
