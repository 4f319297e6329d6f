"""Which fields of places, crafts and labels exist in each language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Craft, Evidence, Picture, Place, Provenance


@register(Picture)
class PictureTranslation(TranslationOptions):
    fields = ("alt", "credit")


@register(Place)
class PlaceTranslation(TranslationOptions):
    fields = ("name", "summary", "former_use")


@register(Craft)
class CraftTranslation(TranslationOptions):
    fields = ("name", "summary", "body")


@register(Provenance)
class ProvenanceTranslation(TranslationOptions):
    fields = ("materials",)


@register(Evidence)
class EvidenceTranslation(TranslationOptions):
    fields = ("statement",)
