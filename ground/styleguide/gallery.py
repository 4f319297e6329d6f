"""What the gallery shows: each component with its inputs, its examples and their source."""

from dataclasses import dataclass
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from ground.design import components  # noqa: F401  (importing it registers them)
from ground.design.library import Component, library

FOUNDATIONS = ("colours", "type", "form")


@dataclass(frozen=True)
class Exhibit:
    """A component on show. `source` is the template that draws its example."""

    component: Component
    template: str
    source: str


def exhibits() -> list[Exhibit]:
    """One exhibit a component, by name. Raises TemplateDoesNotExist if one has no example."""
    return [_exhibit(library.components[name]) for name in sorted(library.components)]


def _exhibit(component: Component) -> Exhibit:
    name = f"styleguide/examples/{component.name}.html"
    template: Any = get_template(name)
    return Exhibit(component, name, template.template.source.strip())


def has_example(component: Component) -> bool:
    """Whether the gallery can show it."""
    try:
        get_template(f"styleguide/examples/{component.name}.html")
    except TemplateDoesNotExist:
        return False
    return True
