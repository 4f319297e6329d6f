"""What the jury of a call judges by, with scale and weight."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Criterion(Orderable):
    """What the jury looks at, how much it counts, and what each score means in words."""

    call = ParentalKey(
        "incubator.Call",
        verbose_name=_("call"),
        on_delete=models.CASCADE,
        related_name="criteria",
    )
    code = models.SlugField(_("code"))
    label = models.CharField(_("criterion"), max_length=160)
    weight = models.PositiveSmallIntegerField(_("weight"), validators=[MinValueValidator(1)])
    anchors = models.TextField(
        _("what the scores mean"),
        blank=True,
        help_text=_("One line a score, from 0 up."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.UniqueConstraint(
                fields=("call", "code"),
                name="incubator_criterion_code_is_one_in_a_call",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0),
                name="incubator_criterion_weighs_something",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def scale(self) -> list[tuple[int, str]]:
        """Each score with what it means, from the lowest."""
        lines = (line.strip() for line in (self.anchors or "").splitlines())
        return list(enumerate(line for line in lines if line))

    @property
    def highest(self) -> int | None:
        """The best score; None where the scale is not said."""
        return len(self.scale) - 1 if len(self.scale) > 1 else None
