"""The questions of a call, and what an answer to each may be."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from .options import Option, options_of


class QuestionKind(models.TextChoices):
    TEXT = "text", _("A line of text")
    LONG_TEXT = "long_text", _("Paragraphs")
    CHOICE = "choice", _("One of several choices")
    NUMBER = "number", _("A number")
    FILE = "file", _("A file")
    TABLE = "table", _("A table")
    DATE = "date", _("A date")


class Section(Orderable, ClusterableModel):
    """Questions that belong together in a call's form."""

    call = ParentalKey(
        "incubator.Call",
        verbose_name=_("call"),
        on_delete=models.CASCADE,
        related_name="sections",
    )
    code = models.SlugField(_("code"))
    label = models.CharField(_("title"), max_length=160)

    class Meta(Orderable.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            models.UniqueConstraint(
                fields=("call", "code"), name="incubator_section_code_is_one_in_a_call"
            )
        ]

    def __str__(self) -> str:
        return self.label


class Question(Orderable):
    """What a call asks, written by its manager.

    `options` are the choices of a `choice`, the columns of a `table`, and for a `file` the
    extensions that are taken; one a line.
    """

    section = ParentalKey(
        Section,
        verbose_name=_("section"),
        on_delete=models.CASCADE,
        related_name="questions",
    )
    call = models.ForeignKey(
        "incubator.Call",
        null=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="+",
    )  # that of its section, for the database to see that no code comes twice in a call
    code = models.SlugField(_("code"))
    kind = models.CharField(_("kind"), max_length=12, choices=QuestionKind.choices)
    label = models.CharField(_("question"), max_length=255)
    help = models.TextField(_("help"), blank=True)
    required = models.BooleanField(_("must be answered"), default=True)
    max_length = models.PositiveIntegerField(_("characters at most"), null=True, blank=True)
    options = models.TextField(
        _("choices, columns or extensions"),
        blank=True,
        help_text=_(
            "One a line: a short code, an equals sign, what people read. In a table, “| number”"
            " after it takes numbers only in that column, “| required” something in each row."
        ),
    )
    personal_data = models.BooleanField(_("holds personal data"), default=False)
    visible_to_jurors = models.BooleanField(_("shown to jurors"), default=True)
    frozen_after_submit = models.BooleanField(
        _("frozen once submitted"),
        default=False,
        help_text=_("Cannot be reopened by a request for changes."),
    )
    unbounded = models.BooleanField(
        _("takes what lies before"),
        default=False,
        db_default=False,
        help_text=_("A day before the call opens, a number below nought."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(
                fields=("section", "code"),
                name="incubator_question_code_is_one_in_a_section",
            ),
            models.UniqueConstraint(
                fields=("call", "code"), name="incubator_question_code_is_one_in_a_call"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.call_id = self.section.call_id
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.kind not in {QuestionKind.CHOICE, QuestionKind.TABLE, QuestionKind.FILE}:
            return
        lists = {name: self.codes(name) for name, _language in settings.LANGUAGES}
        written = {name: codes for name, codes in lists.items() if codes}
        if not written and self.kind != QuestionKind.FILE:
            raise ValidationError(
                {f"options_{settings.LANGUAGE_CODE}": _("A choice or a table needs lines.")}
            )
        for name, codes in written.items():
            if len(set(codes)) < len(codes) or "" in codes:
                raise ValidationError({f"options_{name}": _("Each line needs a code of its own.")})
            if set(codes) != set(next(iter(written.values()))):
                raise ValidationError(
                    {f"options_{name}": _("The codes are the same in each language.")}
                )

    def codes(self, language: str) -> list[str]:
        """Those of its options, as they are written in a language."""
        written = getattr(self, f"options_{language}") or ""
        return [option.code for option in options_of(written)]

    @property
    def choices(self) -> list[Option]:
        """The options, in the language of the page."""
        return options_of(self.options or "")

    @property
    def limit_told(self) -> str:
        """What an answer is and how long it may be, for those who gather it first."""
        if self.kind in {QuestionKind.TEXT, QuestionKind.LONG_TEXT} and self.max_length:
            return ngettext(
                "%(count)s character at most", "%(count)s characters at most", self.max_length
            ) % {"count": number_format(self.max_length, force_grouping=True)}
        if self.kind == QuestionKind.FILE:
            return ", ".join(option.code.upper() for option in self.choices)
        return self.get_kind_display()
