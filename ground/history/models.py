"""What has happened: a row is written once, and is neither changed nor deleted.

One thing may still be done to it: somebody who acted can be forgotten, because a person may ask for
it (Regulation (EU) 2016/679, art. 17). The row stays, without the name. The same rule stands in the
database, for whatever goes past these classes: see `triggers.py`.
"""

from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.conf import settings
from django.db import models

M = TypeVar("M", bound=models.Model)


class HistoryIsKept(TypeError):
    """Somebody tried to rewrite what has happened: put it right by another row."""


def forgettable(model: type[models.Model]) -> list[str]:
    """The keys of people that may be emptied, by the names of their fields."""
    return [
        field.name
        for field in model._meta.local_fields
        if field.null and target_of(field) == settings.AUTH_USER_MODEL
    ]


def target_of(field: models.Field[Any, Any]) -> str:
    """The label of what a key leads to, "" where it is none."""
    target = field.related_model
    return target._meta.label if isinstance(target, type) else ""


class KeptQuerySet(models.QuerySet[M]):
    def update(self, **values: Any) -> int:
        allowed = {name for each in forgettable(self.model) for name in (each, f"{each}_id")}
        if not values or any(name not in allowed or values[name] is not None for name in values):
            raise HistoryIsKept
        return super().update(**values)

    def delete(self) -> NoReturn:
        raise HistoryIsKept


class Kept(models.Model):
    objects: ClassVar[models.Manager[Self]] = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise HistoryIsKept
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise HistoryIsKept
