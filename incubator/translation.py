from modeltranslation.translator import TranslationOptions, register

from . import models


@register(models.Call)
class CallTranslation(TranslationOptions):
    fields = ("title", "summary", "body")
    required_languages = {"fr": ("title", "summary"), "default": ()}


@register(models.Section)
class SectionTranslation(TranslationOptions):
    fields = ("label",)


@register(models.Question)
class QuestionTranslation(TranslationOptions):
    fields = ("label", "help", "options")


@register(models.Criterion)
class CriterionTranslation(TranslationOptions):
    fields = ("label", "anchors")


@register(models.EligibilityQuestion)
class EligibilityTranslation(TranslationOptions):
    fields = ("question", "explanation")


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


@register(models.Measurement)
class MeasurementTranslation(TranslationOptions):
    fields = ("note",)


@register(models.BudgetLine)
class BudgetLineTranslation(TranslationOptions):
    fields = ("label", "payer", "valuation")


@register(models.Milestone)
class MilestoneTranslation(TranslationOptions):
    fields = ("label",)


@register(models.CheckIn)
class CheckInTranslation(TranslationOptions):
    fields = ("note",)


@register(models.Lesson)
class LessonTranslation(TranslationOptions):
    fields = ("text",)


@register(models.Condition)
class ConditionTranslation(TranslationOptions):
    fields = ("text",)
