"""Every template of ours is whole, and somebody shows it."""

import re

import pytest
from django.template.loader import get_template
from wagtail.models import get_page_models

from scripts.console import LAYERS, ROOT

TEMPLATES = ROOT / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))

# Shown by packages that look for them under these names, or by Django when something is wrong.
FOR_OTHERS = {f"{code}.html" for code in ("400", "403", "403_csrf", "404", "413", "429", "500")}
FOLDERS_FOR_OTHERS = ("account/", "allauth/", "django/", "mfa/", "modeladmin/", "oscar/", "wagtail")


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name):
    get_template(name)


def is_named(name: str, text: str) -> bool:
    """Whether the text has the template's name, or its last part as a word, a tag or a function.

    Components, letters and examples are found by that part alone.
    """
    path = name.rpartition(".")[0].removeprefix("emails/")  # which letters leave out
    word = path.rpartition("/")[2]
    return path in text or bool(re.search(rf"(\"|{{% |def ){word}\b", text))


def test_every_template_is_shown_by_somebody():
    apps = [ROOT / layer for layer in LAYERS]
    files = [path for app in apps for path in app.rglob("*.py")]
    text = "\n".join(path.read_text() for path in [*files, *TEMPLATES.rglob("*.*")])
    found = FOR_OTHERS | {model.template for model in get_page_models()}
    ours = [n for n in NAMES if n not in found and not n.startswith(FOLDERS_FOR_OTHERS)]
    unused = [name for name in ours if not is_named(name, text)]
    assert unused == [], "No code and no template names them: remove them, or show them."


def test_no_dot_between_two_things_ends_a_line():
    """The line breaks before it, with the thing that it leads to: a no-break space follows."""
    loose = [
        f"{name}:{number}"
        for name in NAMES
        if name.endswith(".html")
        for number, line in enumerate((TEMPLATES / name).read_text().splitlines(), 1)
        if "· " in line and "title" not in line
    ]
    assert loose == []


def test_a_zone_is_said_as_people_name_its_clock():
    """It is "Paris time", never the "Europe/Paris" of the database of time zones."""
    raw = [
        f"{name}:{number}"
        for name in NAMES
        for number, line in enumerate((TEMPLATES / name).read_text().splitlines(), 1)
        if re.search(r"(\{\{|=) ?\w+\.zone(?!\|time_of)\b", line)
    ]
    assert raw == []
