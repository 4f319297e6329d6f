"""The questions of a call that tell before an application whether it can be eligible."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class EligibilityQuestion(Orderable):
    """Asked before anything else is: a yes or a no, and why the other answer closes the door."""

    call = ParentalKey(
        "incubator.Call",
        verbose_name=_("call"),
        on_delete=models.CASCADE,
        related_name="eligibility",
    )
    code = models.SlugField(_("code"))
    question = models.CharField(_("question"), max_length=255)
    answer = models.BooleanField(_("the answer that lets one go on is yes"), default=True)
    explanation = models.TextField(_("what to say to the others"))

    class Meta(Orderable.Meta):
        verbose_name = _("eligibility question")
        verbose_name_plural = _("eligibility questions")
        constraints = [
            models.UniqueConstraint(
                fields=("call", "code"),
                name="incubator_eligibility_code_is_one_in_a_call",
            )
        ]

    def __str__(self) -> str:
        return self.question
