"""A template library whose tags are components: inputs are declared, anything else is refused.

Inputs are keyword-only arguments. Django refuses an unknown or missing one when the template is
compiled; a value outside a `Literal` is refused when it is drawn, and told which there are.
"""

from collections.abc import Callable
from functools import wraps
from inspect import getdoc, signature
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


class ComponentError(ValueError):
    """A component was called with a value that it does not know."""


class Component:
    """What the gallery and the documentation need to know of a component."""

    def __init__(self, name: str, func: Callable[..., Any], *, has_block: bool) -> None:
        self.name = name
        self.has_block = has_block
        self.doc = (getdoc(func) or "").strip()
        self.inputs = [
            parameter
            for parameter in signature(func).parameters.values()
            if parameter.kind is parameter.KEYWORD_ONLY
        ]

    def __repr__(self) -> str:
        return f"<Component {self.name}>"


class ComponentLibrary(Library):
    """Registers components; `{% name … %}` renders `templates/components/name.html`."""

    def __init__(self) -> None:
        super().__init__()
        self.components: dict[str, Component] = {}

    def component(self, func: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        """Register `{% name … %}`. `func` returns the context of the component's template."""
        name = self._declare(func, has_block=False)
        self.inclusion_tag(f"components/{name}.html", name=name)(refusing_unknown_values(func))
        return func

    def block(self, func: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        """Register `{% name … %}content{% endname %}`. The first argument is the content."""
        name = self._declare(func, has_block=True)
        checked = refusing_unknown_values(func)

        @wraps(func)
        def rendered(content: SafeString, **inputs: Any) -> SafeString:
            context = {**checked(content, **inputs), "content": content}
            return render_to_string(f"components/{name}.html", context)

        self.simple_block_tag(name=name)(rendered)
        return func

    def _declare(self, func: Callable[..., Any], *, has_block: bool) -> str:
        name = func.__name__.rstrip("_")  # map_ and filter_ would hide Python's own
        self.components[name] = Component(name, func, has_block=has_block)
        return name


def values_of(hint: object) -> tuple[object, ...]:
    """The values that a `Literal`, or a union of them, allows; none for any other type."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) is Union:
        parts = [values_of(part) for part in get_args(hint)]
        return tuple(value for part in parts for value in part) if all(parts) else ()
    return ()


def refusing_unknown_values(func: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Wrap `func` so that an input outside its `Literal` raises ComponentError."""
    choices = {name: values_of(hint) for name, hint in get_type_hints(func).items()}

    @wraps(func)
    def checked(*args: Any, **inputs: Any) -> dict[str, Any]:
        for name, value in inputs.items():
            if choices[name] and value not in choices[name]:
                known = ", ".join(str(choice) for choice in choices[name])
                raise ComponentError(
                    f"{func.__name__.rstrip('_')}: {name}={value!r} is not known. "
                    f"Choose one of: {known}."
                )
        return func(*args, **inputs)

    return checked


library = ComponentLibrary()
