"""What is found, and how each database looks it up: the same words, in an index of its own."""

from typing import Any

from django.db import migrations, models

POSTGRES = [
    "CREATE INDEX cms_searchentry_words ON cms_searchentry USING gin (to_tsvector('simple', words))"
]
SQLITE = [
    "CREATE VIRTUAL TABLE cms_searchentry_fts"
    " USING fts5(words, content='cms_searchentry', content_rowid='id')",
    # The index has no words of its own, so it is told of each change: SQLite's documented way.
    "CREATE TRIGGER cms_searchentry_added AFTER INSERT ON cms_searchentry BEGIN"
    " INSERT INTO cms_searchentry_fts(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER cms_searchentry_gone AFTER DELETE ON cms_searchentry BEGIN"
    " INSERT INTO cms_searchentry_fts(cms_searchentry_fts, rowid, words)"
    " VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER cms_searchentry_changed AFTER UPDATE OF words ON cms_searchentry BEGIN"
    " INSERT INTO cms_searchentry_fts(cms_searchentry_fts, rowid, words)"
    " VALUES ('delete', old.id, old.words);"
    " INSERT INTO cms_searchentry_fts(rowid, words) VALUES (new.id, new.words); END",
]


def make_index(apps: Any, schema_editor: Any) -> None:
    of_this = POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE
    for statement in of_this:
        schema_editor.execute(statement)


def drop_index(apps: Any, schema_editor: Any) -> None:
    """The triggers and PostgreSQL's index go with the table."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE cms_searchentry_fts")


class Migration(migrations.Migration):
    dependencies = [("cms", "0006_documents_below_no_address")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("key", models.BigIntegerField()),
                ("language", models.CharField(max_length=5)),
                ("title", models.TextField(help_text="Stems of the title.")),
                (
                    "about",
                    models.TextField(
                        help_text="Stems of what it is ordered by: craft, shelf, place."
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="Stems of both and of its text; the database indexes them."
                    ),
                ),
                (
                    "said",
                    models.TextField(
                        help_text="What it is ordered by and its text, to be quoted."
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "key", "language"),
                        name="cms_one_search_entry_in_each_language",
                    )
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
