"""The shelves of the shop, as a file says them: those that are there change, others are added."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import modelform_factory
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

Category = get_model("catalogue", "Category")
WORDS = ("name_fr", "name_en", "description_fr", "description_en")
ShelfForm = modelform_factory(Category, fields=("slug", *WORDS))


@transaction.atomic
def make_shelves(facts: Mapping[str, Any]) -> int:
    """Make them, by the slugs that are their names in the file; gives how many the file has.

    Raises ValidationError with everything that is wrong; nothing is written then.
    """
    reasons: list[str] = []
    count = _make(facts, None, reasons)
    if reasons:
        raise ValidationError(reasons)
    return count


def _make(facts: Mapping[str, Any], parent: Any, reasons: list[str]) -> int:
    below = parent.get_children() if parent else Category.get_root_nodes()
    count = 0
    for slug, said in facts.items():
        if not isinstance(said, Mapping):
            if parent is None or slug not in WORDS:
                reasons.append(_("“%(name)s” is no word of this file.") % {"name": slug})
            continue
        shelf = below.filter(slug=slug).first() or Category()
        kept = {name: getattr(shelf, name) for name in WORDS}
        own = {name: value for name, value in said.items() if name in WORDS}
        form = ShelfForm({**kept, **own, "slug": slug}, instance=shelf)
        form.fields["name_fr"].required = True
        if not form.is_valid():
            reasons += [
                f"{slug}: {name}: {' '.join(map(str, wrong))}"
                for name, wrong in form.errors.items()
            ]
            continue
        if shelf.pk:
            shelf.save()
        elif parent:
            parent.add_child(instance=shelf)
        else:
            Category.add_root(instance=shelf)
        count += 1 + _make(said, shelf, reasons)
    return count
