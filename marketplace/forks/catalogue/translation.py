from modeltranslation.translator import TranslationOptions, register

from .models import Category, Product


@register(Product)
class ProductTranslation(TranslationOptions):
    fields = ("title", "teaser", "description", "dimensions", "safety_warnings")


@register(Category)
class CategoryTranslation(TranslationOptions):
    fields = ("name", "description")
