"""Pictures that staff send through Oscar's dashboard are laundered, as those of all other forms."""

from typing import Any

from oscar.core.loading import get_classes

from ground.files.forms import PictureField

FORMS = ("ProductImageForm", "CategoryForm", "ProductForm")


def launder() -> None:
    image_form, category_form, product_form = get_classes("dashboard.catalogue.forms", FORMS)
    for form, name in ((image_form, "original"), (category_form, "image")):
        theirs = form.base_fields[name]
        form.base_fields[name] = PictureField(
            label=theirs.label, required=theirs.required, widget=theirs.widget
        )
    product_form.FIELD_FACTORIES["image"] = attribute_field


def attribute_field(attribute: Any) -> PictureField:
    return PictureField(label=attribute.name, required=attribute.required)
