from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from .fields import HttpsField


class Organisation(models.Model):
    """A start-up, an association, a laboratory: who applies and who runs a pilot."""

    name = models.CharField(_("name"), max_length=160)
    city = models.CharField(_("town"), max_length=120, blank=True)
    country = CountryField(_("country"), default="FR")
    siret = models.CharField(_("SIRET"), max_length=14, blank=True)
    about = models.TextField(_("about"), blank=True)
    website = HttpsField(_("website"), blank=True)
    is_invented = models.BooleanField(_("invented for the demo"), default=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
