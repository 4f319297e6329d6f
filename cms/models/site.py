"""Who runs this destination, as its editors say it: name, addresses, words of the footer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class SiteSettings(BaseSiteSetting):
    """Who the destination is. Nothing about it is in the code."""

    name = models.CharField(_("name of the destination"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=40)
    strapline = models.CharField(_("in one line"), max_length=160, blank=True)
    description = models.TextField(_("description"), blank=True)
    logo = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact_email = models.EmailField(
        _("address to write to"),
        blank=True,
        db_default="",
        help_text=_("At the foot of every page, and wherever a text asks visitors to write."),
    )
    invented_note = models.CharField(
        _("note on what is invented"),
        max_length=255,
        blank=True,
        help_text=_("Shown with artisans, products and pilots that exist for the demo only."),
    )
    example_note = models.TextField(
        _("note on example profiles"),
        blank=True,
        help_text=_("Shown with destinations that have agreed to nothing."),
    )

    panels = [
        FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_en")]),
        FieldPanel("short_name"),
        FieldRowPanel([FieldPanel("strapline_fr"), FieldPanel("strapline_en")]),
        FieldRowPanel([FieldPanel("description_fr"), FieldPanel("description_en")]),
        FieldPanel("logo"),
        FieldPanel("contact_email"),
        FieldRowPanel([FieldPanel("invented_note_fr"), FieldPanel("invented_note_en")]),
        FieldRowPanel([FieldPanel("example_note_fr"), FieldPanel("example_note_en")]),
    ]

    class Meta:
        verbose_name = _("destination")

    def __str__(self) -> str:
        return self.name
