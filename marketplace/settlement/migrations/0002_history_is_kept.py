"""What has happened is kept by the database too: see ground/history."""

from django.db import migrations

from ground.history.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("settlement", "0001_initial")]

    operations = [
        keep("settlement", "transaction"),
        keep("settlement", "entry"),
    ]
