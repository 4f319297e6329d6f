"""The directions and habits that ARCHITECTURE.md describes, each as a test that says what to do."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import grimp
import pytest
from django.apps import apps
from django.db import models
from modeltranslation.translator import TranslationOptions

from scripts.console import LAYERS, ROOT

FLOORS = ("marketplace", "ground")  # whose packages are apart; other layers are one each
FORKS = ROOT / "marketplace" / "forks"
FORKED = sorted(path.name for path in FORKS.iterdir() if (path / "apps.py").exists())


def layer(model: type[models.Model]) -> int | None:
    """How far down the model's app stands; None for what is not ours."""
    top = model.__module__.partition(".")[0]
    return LAYERS.index(top) if top in LAYERS else None


def keys() -> list[models.Field]:
    """The foreign keys, one-to-ones and many-to-manys of our models, those given as strings too."""
    ours = [model._meta for model in apps.get_models() if layer(model) is not None]
    fields = [field for meta in ours for field in (*meta.local_fields, *meta.local_many_to_many)]
    return [field for field in fields if isinstance(field.related_model, type)]


def test_imports_point_down():
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, (
        "An app imports from one above it. Move the link to the upper app, "
        f"or let a template join the two:\n{result.stdout}"
    )


def package(module: str) -> str:
    """The package that a module of ours is part of: "cms", "marketplace.shop"."""
    top, *below = module.split(".")
    return f"{top}.{below[0]}" if top in FLOORS and below else top


def named_by_string(path: Path, known: set[str]) -> Iterator[str]:
    """The modules of ours that strings of this file name, or name something in."""
    for node in ast.walk(ast.parse(path.read_text())):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and "." in text and text.partition(".")[0] in LAYERS:
            while text and text not in known:
                text = text.rpartition(".")[0]
            if text:
                yield text


def test_no_packages_import_each_other_in_a_circle():
    """Imports in functions and for types count, and what is imported by a string."""
    graph = grimp.build_graph(*LAYERS, cache_dir=None)
    modules = graph.modules
    needs: dict[str, set[str]] = {}
    for module in modules:
        path = ROOT.joinpath(*module.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        found = {*graph.find_modules_directly_imported_by(module), *named_by_string(file, modules)}
        needs.setdefault(package(module), set()).update(map(package, found))
    for name, below in needs.items():
        below.discard(name)
    assert needs["marketplace.shop"] > {"marketplace.forks", "ground.design"}
    list(TopologicalSorter(needs).static_order())  # raises CycleError, which names the circle


# What is told of a product or an artisan stands in one app with places and crafts, and moving a
# model to another app would move its table. Both are keys by label: nothing is imported.
KEYS_UP = {"provenance.Label.partner", "provenance.Provenance.product"}


def test_keys_that_may_point_up_are_there():
    assert {str(field) for field in keys()} >= KEYS_UP


@pytest.mark.parametrize("field", [key for key in keys() if str(key) not in KEYS_UP], ids=str)
def test_keys_point_down(field):
    target = layer(field.related_model)
    assert target is None or target >= layer(field.model), (
        f"{field} points up to {field.related_model.__name__}. "
        "Put the key, or a model that joins the two, into the upper app."
    )


def classes(label: str) -> Iterator[type]:
    """The classes that a fork defines, migrations left out."""
    package = importlib.import_module(f"marketplace.forks.{label}")
    for module in modules(package):
        for _, found in inspect.getmembers(module, inspect.isclass):
            if found.__module__ == module.__name__:
                yield found


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def is_oscars(found: type) -> bool:
    """Whether it changes a class of Oscar's."""
    return any(parent.__module__.startswith("oscar.") for parent in inspect.getmro(found))


def serves_a_forked_class(found: type, fork: list[type]) -> bool:
    """Choices, rows, translated fields and a shared parent belong to the class they serve."""
    if issubclass(found, models.Choices | models.QuerySet | TranslationOptions):
        return True
    return any(issubclass(other, found) and is_oscars(other) for other in fork)


@pytest.mark.parametrize("label", FORKED)
def test_a_fork_only_changes_what_oscar_has(label):
    fork = list(classes(label))
    for found in fork:
        assert is_oscars(found) or serves_a_forked_class(found, fork), (
            f"{found.__module__}.{found.__name__} has no parent in Oscar. "
            "A new idea gets an app of its own, with a key to the fork's model."
        )


def oscars(label: str) -> Path:
    """The folder of the Oscar app that this fork stands for."""
    for config in apps.get_app_configs():
        if Path(config.path) == FORKS / label:
            parent = next(
                p for p in inspect.getmro(type(config)) if p.__module__.startswith("oscar.")
            )
            spec = find_spec(parent.__module__)
            return Path(str(spec and spec.origin)).parent
    raise AssertionError(f"forks/{label} is not installed: list it in config/settings/oscar.py.")


@pytest.mark.parametrize("label", FORKED)
def test_a_fork_keeps_oscars_migrations_to_the_byte(label):
    for theirs in sorted((oscars(label) / "migrations").glob("*.py")):
        ours = FORKS / label / "migrations" / theirs.name
        assert ours.exists(), f"{theirs.name} is missing: copy it from Oscar's {label}/migrations/."
        assert ours.read_bytes() == theirs.read_bytes(), (
            f"{ours.relative_to(ROOT)} differs from Oscar's: restore it, "
            "and put the change into a migration named 00NN_ours_<what>."
        )


@pytest.mark.parametrize("label", FORKED)
def test_a_forks_own_migrations_are_named_ours(label):
    theirs = {path.name for path in (oscars(label) / "migrations").glob("*.py")}
    for ours in (FORKS / label / "migrations").glob("0*.py"):
        assert ours.name in theirs or ours.name[5:].startswith("ours_"), (
            f"Name {ours.relative_to(ROOT)} 00NN_ours_<what>, so that none takes it for Oscar's."
        )


def sources() -> Iterator[Path]:
    """The Python files of the apps."""
    for layer_name in LAYERS:
        yield from (ROOT / layer_name).rglob("*.py")


def test_every_folder_says_what_it_is_about():
    vague = {"common", "core", "helpers", "lib", "misc", "utils"}
    vaguely = [path.parent for path in sources() if path.parent.name in vague]
    assert vaguely == [], "Say what it is about: a folder for everything is about nothing."


def test_every_file_says_in_its_first_line_what_it_is_about():
    """A file of twenty lines or less says it by its name; a migration does, too."""
    known = [path for path in sources() if "migrations" not in path.parts]
    known += [
        path for folder in ("config", "scripts", "tests") for path in (ROOT / folder).rglob("*.py")
    ]
    texts = {path: path.read_text() for path in known}
    silent = [
        str(path.relative_to(ROOT))
        for path, text in texts.items()
        if text.count("\n") > 20 and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []
