"""What has happened is kept by the database too: see ground/history."""

from django.db import migrations

from ground.history.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [
        keep("payments", "paymentevent"),
    ]
