"""Components declare their inputs, and refuse what they do not know in words that help."""

import pytest
from django.template import Context, Template, TemplateSyntaxError

from ground.design import components  # noqa: F401  (importing it registers them)
from ground.design.library import ComponentError, library

NAMES = sorted(library.components)


def compile_(source: str) -> Template:
    return Template("{% load components %}" + source)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_input_is_refused_when_the_template_is_compiled(name):
    with pytest.raises(TemplateSyntaxError, match=f"'{name}' received unexpected keyword"):
        compile_(f"{{% {name} colour='red' %}}{{% end{name} %}}")


@pytest.mark.parametrize("name", NAMES)
def test_inputs_are_given_by_name(name):
    with pytest.raises(TemplateSyntaxError, match=f"'{name}' received too many positional"):
        compile_(f"{{% {name} 'red' %}}{{% end{name} %}}")


def test_a_missing_input_is_refused_when_the_template_is_compiled():
    with pytest.raises(TemplateSyntaxError, match=r"did not receive value.*'label'"):
        compile_("{% button variant='primary' %}")


def test_an_unknown_value_is_refused_with_those_to_choose_from():
    template = compile_("{% button label='Pay' variant='huge' %}")
    message = (
        "button: variant='huge' is not known. "
        "Choose one of: primary, secondary, lamp, danger, quiet."
    )
    with pytest.raises(ComponentError, match=message):
        template.render(Context())


def test_a_value_that_may_be_left_out_is_checked_too():
    with pytest.raises(ComponentError, match="icon='anvil' is not known"):
        compile_("{% button label='Pay' icon='anvil' %}").render(Context())


def test_every_component_says_what_it_is_for():
    assert [name for name, component in library.components.items() if not component.doc] == []
