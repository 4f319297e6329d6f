"""Conventions of the styles and templates, stated as tests."""

import gzip
import re

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from ground.design.storage import IMPORT, bundled

STATIC = settings.BASE_DIR / "static"
CSS = STATIC / "css"
TEMPLATES = settings.BASE_DIR / "templates"
SCRIPTS = ("site.js", "forms.js")
BACK_OFFICE = "cms-admin.css"  # Wagtail's admin has its own colours and no bundle
LIMIT = 90_000  # leaves 60 kB of the 150 for the words of the page, or for its map


def parts() -> list[str]:
    return [match["name"] for match in IMPORT.finditer((CSS / "site.css").read_text())]


def test_the_stylesheet_imports_every_component():
    written = {f"components/{path.name}" for path in (CSS / "components").glob("*.css")}
    assert {part for part in parts() if part.startswith("components/")} == written


def in_one_piece() -> str:
    storage = FileSystemStorage(location=STATIC)
    names = ["css/site.css", *(f"css/{part}" for part in parts())]
    return bundled({name: (storage, name) for name in names})


def test_the_stylesheet_in_one_piece_has_nothing_left_to_import():
    text = in_one_piece()
    assert "@import" not in text
    assert "@layer components {\n.button {" in text


def test_only_the_fonts_name_other_files():
    others = [
        path
        for path in CSS.rglob("*.css")
        if path.name not in {"fonts.css", "site.css", BACK_OFFICE}
    ]
    found = [path.name for path in others if "url(" in path.read_text()]
    assert found == ["leaflet.css"], "their addresses would break when the parts are put together"


def test_no_page_styles_or_scripts_in_place():
    style = re.compile(r"""<[^>]*\sstyle=|<style|\son\w+="|<script(?![^>]*(?:\bsrc=|json))""")
    pages = [path for path in TEMPLATES.rglob("*.html") if "emails" not in path.parts]
    assert [
        str(path.relative_to(TEMPLATES)) for path in pages if style.search(path.read_text())
    ] == []


def test_colours_come_from_the_tokens():
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b")
    # A rehearsal's notice stands on pages without any other stylesheet.
    allowed = {"tokens.css", "print.css", "fonts.css", "rehearsal.css", BACK_OFFICE}
    wrong = {
        path.name: colour.findall(path.read_text())
        for path in CSS.rglob("*.css")
        if path.name not in allowed and colour.search(path.read_text())
    }
    assert wrong == {}


def test_no_page_loads_much_script():
    """Every page loads `SCRIPTS`, one of the others, and perhaps a countdown: the largest here."""
    sizes = {path.name: path.stat().st_size for path in (STATIC / "js").glob("*.js")}
    on_every_page = sum(sizes.pop(name) for name in SCRIPTS)
    assert on_every_page + sizes.pop("countdown.js") + max(sizes.values()) < 20_000


def test_what_every_page_fetches_is_light():
    fonts = ("bricolage-grotesque-latin.woff2", "terril-serif-latin.woff2")
    weight = sum((STATIC / "fonts" / name).stat().st_size for name in fonts)
    weight += len(gzip.compress(in_one_piece().encode()))
    weight += sum(len(gzip.compress((STATIC / "js" / name).read_bytes())) for name in SCRIPTS)
    assert weight < LIMIT


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def rules() -> list[tuple[str, str]]:
    """Every selector of ours, one by one, with its declarations."""
    texts = [re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S) for path in CSS.rglob("*.css")]
    found = [rule for text in texts for rule in RULE.findall(text)]
    return [(one.strip(), text) for chosen, text in found for one in chosen.split(",")]


def test_no_fieldset_is_a_flexible_box():
    """WebKit and older engines lay one out as a block first, so that the page jumps."""
    html = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    classes = {
        name for kind in re.findall(r'<fieldset class="([\w -]+)', html) for name in kind.split()
    }
    ends = re.compile(rf"(fieldset|(?<!details)\.({'|'.join(sorted(classes))}))$")
    flexible = {
        selector
        for selector, text in rules()
        if ends.search(selector) and re.search(r"display: (flex|grid)", text)
    }
    # A class that others bear too is made a block again where a fieldset bears it.
    undone = {
        selector.removeprefix("fieldset")
        for selector, text in rules()
        if selector.startswith("fieldset.") and "display: block" in text
    }
    assert flexible - undone == set()


def test_no_legend_floats():
    """WebKit draws no border above a fieldset whose legend floats."""
    assert [one for one, text in rules() if "legend" in one and "float" in text] == []


def test_every_colour_has_a_plain_value_for_browsers_that_know_no_other():
    tokens = (CSS / "tokens.css").read_text()
    by_day = dict(re.findall(r"--([\w-]+): light-dark\((#\w+),", tokens))
    plain = dict(re.findall(r"--([\w-]+): (#\w+);", tokens.split("@supports")[0]))
    assert by_day
    assert {name: plain.get(name) for name in by_day} == by_day
