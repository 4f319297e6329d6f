"""Start-ups and host organisations."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from .fields import HttpsField


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def known(self) -> "OrganisationQuerySet":
        """Those that may be chosen: each is there once."""
        return self.filter(is_known=True)

    def same_as(self, other: "Organisation") -> "OrganisationQuerySet":
        """Known already under the same number, or under the same name in the same town."""
        by_name = models.Q(name__iexact=other.name, city=other.city, country=other.country)
        by_number = models.Q(siret=other.siret) if other.siret else models.Q(pk=None)
        return self.known().filter(by_number | by_name)


class Organisation(models.Model):
    """A start-up, an association, a laboratory: who applies and who runs a pilot."""

    name = models.CharField(_("name"), max_length=160)
    city = models.CharField(_("town"), max_length=120, blank=True)
    country = CountryField(_("country"), default="FR")
    siret = models.CharField(_("SIRET"), max_length=14, blank=True)
    about = models.TextField(_("about"), blank=True)
    website = HttpsField(_("website"), blank=True)
    is_known = models.BooleanField(
        _("known to the programme"),
        default=False,
        db_default=False,
        help_text=_("Runs pilots. What an applicant has typed is not, and is offered to nobody."),
    )
    is_invented = models.BooleanField(_("invented for the demo"), default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=("siret",),
                condition=models.Q(is_known=True) & ~models.Q(siret=""),
                name="incubator_known_organisation_is_one_by_number",
            ),
            models.UniqueConstraint(
                Lower("name"),
                "city",
                "country",
                condition=models.Q(is_known=True),
                name="incubator_known_organisation_is_one_by_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name
