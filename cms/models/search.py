"""What can be found, as the words that it is found by."""

from collections.abc import Callable
from typing import Any

from django.db import connections, models
from django.db.models.expressions import RawSQL

from cms.wording import Word

POSTGRES = "to_tsvector('simple', cms_searchentry.words) @@ to_tsquery('simple', %s)"
SQLITE = (
    "cms_searchentry.id IN "
    "(SELECT rowid FROM cms_searchentry_fts WHERE cms_searchentry_fts MATCH %s)"
)
IN_TITLE, IN_TITLE_OTHERWISE, IN_ABOUT, IN_TEXT = 16, 6, 4, 1


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def answering(self, words: list[Word]) -> "SearchEntryQuerySet":
        """Entries that have all of `words`; those that join others only where there is no other.

        The words are stems of small letters and digits on both sides, which neither database
        changes: each finds what the other finds.
        """
        wanted = [word for word in words if not word.joins] or words
        if connections[self.db].vendor == "postgresql":
            sql, question = POSTGRES, _joined(wanted, and_="&", or_="|", row=_postgres_row)
        else:
            sql, question = SQLITE, _joined(wanted, and_="AND", or_="OR", row='"{}"'.format)
        # The SQL is one of the two constants above; what is asked is a parameter.
        return self.filter(RawSQL(sql, [question], models.BooleanField()))  # noqa: S611

    def best_first(self, words: list[Word]) -> "SearchEntryQuerySet":
        """A word in the title weighs more than in what a thing is ordered by, or in its text."""
        score: Any = models.Value(0)
        for word in words:
            score += models.Case(
                models.When(_has("title", word.forms), then=IN_TITLE),
                models.When(_has("title", word.others), then=IN_TITLE_OTHERWISE),
                models.When(_has("about", (*word.forms, *word.others)), then=IN_ABOUT),
                default=IN_TEXT,
                output_field=models.IntegerField(),
            )
        return self.annotate(score=score).order_by("-score", "pk")


def _joined(words: list[Word], *, and_: str, or_: str, row: Callable[[str], str]) -> str:
    """All of `words`, each in any of its forms, as a database's own language has it."""
    each = (f" {or_} ".join(map(row, (*word.forms, *word.others))) for word in words)
    return f" {and_} ".join(f"({forms})" for forms in each)


def _postgres_row(form: str) -> str:
    return form.replace(" ", " <-> ")


def _has(field: str, forms: tuple[str, ...]) -> models.Q:
    found = models.Q(pk__in=[])
    for form in forms:
        found |= models.Q(**{f"{field}__contains": f" {form} "})
    return found


class SearchEntry(models.Model):
    """A page or record in one language. `cms.indexing` writes it, and how; nobody edits it."""

    shown_nowhere = True  # the page or record itself begins a new generation when it changes

    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    language = models.CharField(max_length=5)
    title = models.TextField(help_text="Stems of the title.")
    about = models.TextField(help_text="Stems of what it is ordered by: craft, shelf, place.")
    words = models.TextField(help_text="Stems of both and of its text; the database indexes them.")
    said = models.TextField(help_text="What it is ordered by and its text, to be quoted.")

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "language"], name="cms_one_search_entry_in_each_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.language})"
