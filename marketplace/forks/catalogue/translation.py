"""Which fields of the catalogue exist in each language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Category, Option, Product


@register(Product)
class ProductTranslation(TranslationOptions):
    fields = (
        *("title", "teaser", "description", "dimensions", "safety_warnings"),
        *("no_return_reason", "choice_name"),
    )


@register(Option)
class OptionTranslation(TranslationOptions):
    fields = ("name", "help_text")


@register(Category)
class CategoryTranslation(TranslationOptions):
    fields = ("name", "description")
