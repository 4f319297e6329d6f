"""Where a product comes from, and what proves it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Provenance(models.Model):
    """Where a product comes from: the place, the craft, what inspired it.

    A variant has its parent's. `inspired_by` names the page that the product answers to; it is a
    plain Wagtail page here, because what kinds of pages exist is for the apps above to know
    (`settings.PROVENANCE_STORY_MODEL` says which of them an artisan may choose from).
    """

    product = models.OneToOneField(
        "catalogue.Product",
        verbose_name=_("product"),
        on_delete=models.CASCADE,
        related_name="provenance",
        primary_key=True,
    )
    made_at = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("made at"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="products_made_here",
    )
    craft = models.ForeignKey(
        "provenance.Craft",
        verbose_name=_("craft"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="products",
    )
    inspired_by_place = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("inspired by the place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="products_inspired",
    )
    inspired_by = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("inspired by the story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="products_inspired",
    )
    materials = models.TextField(_("materials"), blank=True)

    class Meta:
        verbose_name = _("provenance")
        verbose_name_plural = _("provenances")

    def __str__(self) -> str:
        return str(self.product)


class Evidence(models.Model):
    """What proves a provenance: a text that anyone may read, a document the operator has seen."""

    provenance = models.ForeignKey(
        Provenance,
        verbose_name=_("provenance"),
        on_delete=models.CASCADE,
        related_name="evidence",
    )
    statement = models.TextField(_("statement"))
    verified_at = models.DateTimeField(_("verified on"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("verified by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.statement
