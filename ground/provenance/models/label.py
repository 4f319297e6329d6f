"""Labels of quality and origin, shown once they are verified."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Label(models.Model):
    """A sign of quality or origin an artisan holds; shown once the operator has verified it."""

    partner = models.ForeignKey(
        "partner.Partner",
        verbose_name=_("artisan"),
        on_delete=models.CASCADE,
        related_name="labels",
    )
    name = models.CharField(_("name"), max_length=160)
    issuer = models.CharField(_("issuer"), max_length=160)
    number = models.CharField(_("number"), max_length=80, blank=True)
    evidence_url = models.URLField(_("evidence"), blank=True)
    verified_at = models.DateTimeField(_("verified on"), null=True, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("sign of quality", "label")
        verbose_name_plural = _("labels")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
