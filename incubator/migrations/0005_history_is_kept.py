"""What has happened is kept by the database too: see ground/history."""

from django.db import migrations

from ground.history.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("incubator", "0004_evidence_editions_known_organisations")]

    operations = [
        keep("incubator", "applicationevent"),
        keep("incubator", "pilotevent"),
    ]
