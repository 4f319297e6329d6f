"""What Oscar says to shoppers and has no French for: named here, so that our catalogue has it."""

from django.utils.translation import ngettext_lazy

MERGED = ngettext_lazy(
    "We have merged %(num_items_merged)d item from a previous session to your basket.",
    "We have merged %(num_items_merged)d items from a previous session to your basket.",
    "num_items_merged",
)
