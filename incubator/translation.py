"""Which fields of the incubator exist in each language."""

from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Call)
class CallTranslation(TranslationOptions):
    fields = ("title", "summary", "body")
    required_languages = {"fr": ("title", "summary"), "default": ()}


@register(models.Section)
class SectionTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = {"fr": ("label",), "default": ()}


@register(models.Question)
class QuestionTranslation(TranslationOptions):
    fields = ("label", "help", "options")
    required_languages = {"fr": ("label",), "default": ()}


@register(models.Criterion)
class CriterionTranslation(TranslationOptions):
    fields = ("label", "anchors")
    required_languages = {"fr": ("label",), "default": ()}


@register(models.EligibilityQuestion)
class EligibilityTranslation(TranslationOptions):
    fields = ("question", "explanation")
    required_languages = {"fr": ("question", "explanation"), "default": ()}


@register(models.Organisation)
class OrganisationTranslation(TranslationOptions):
    fields = ("about",)


@register(models.Decision)
class DecisionTranslation(TranslationOptions):
    fields = ("reasons",)


@register(models.Pilot)
class PilotTranslation(TranslationOptions):
    fields = (
        "title",
        "summary",
        "challenge",
        "hypothesis",
        "zone_on_site",
        "constraints",
        "dismantling",
        "comparison_group",
    )
    required_languages = {"fr": ("title", "summary", "challenge", "hypothesis"), "default": ()}


@register(models.Indicator)
class IndicatorTranslation(TranslationOptions):
    fields = ("label", "unit", "method", "sample")
    required_languages = {"fr": ("label", "unit"), "default": ()}


@register(models.Measurement)
class MeasurementTranslation(TranslationOptions):
    fields = ("note",)


@register(models.BudgetLine)
class BudgetLineTranslation(TranslationOptions):
    fields = ("label", "payer", "valuation")
    required_languages = {"fr": ("label", "payer"), "default": ()}


@register(models.Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ("label",)
    required_languages = {"fr": ("label",), "default": ()}


@register(models.CheckIn)
class CheckInTranslation(TranslationOptions):
    fields = ("note",)


@register(models.Lesson)
class LessonTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = {"fr": ("text",), "default": ()}


@register(models.Condition)
class ConditionTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = {"fr": ("text",), "default": ()}
