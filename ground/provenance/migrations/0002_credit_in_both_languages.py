from django.conf import settings
from django.db import migrations, models


def keep_what_is_written(apps, schema_editor):
    """A credit written before was in the site's own language."""
    pictures = apps.get_model("provenance", "Picture").objects.exclude(credit="")
    pictures.update(**{f"credit_{settings.LANGUAGE_CODE}": models.F("credit")})


class Migration(migrations.Migration):
    dependencies = [("provenance", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="credit_en",
            field=models.CharField(blank=True, max_length=120, null=True, verbose_name="credit"),
        ),
        migrations.AddField(
            model_name="picture",
            name="credit_fr",
            field=models.CharField(blank=True, max_length=120, null=True, verbose_name="credit"),
        ),
        migrations.RunPython(keep_what_is_written, migrations.RunPython.noop, elidable=True),
    ]
