from modeltranslation.translator import TranslationOptions, register

from .models import SiteSettings, Theme


@register(Theme)
class ThemeTranslation(TranslationOptions):
    fields = ("name",)


@register(SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ("name", "strapline", "description", "invented_note", "example_note")
    required_languages = {"fr": ("name",), "default": ()}
