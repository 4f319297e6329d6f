"""Work that falls due, row by row: one that fails stops no other, and two processes share it.

`manage.py run_due` does all of it each minute, and may be at it twice at once.
"""

import logging
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

log = logging.getLogger(__name__)

FAILED = "failed"  # among what was counted: `run_due` then ends with an error, for others to see


def each(
    rows: QuerySet[Any],
    do: Callable[[Any], object],
    counted: str,
    *,
    failed: Callable[[int, Exception], object] = lambda key, error: None,
) -> Counter[str]:
    """Do it with each of the rows, locked, in a transaction of its own.

    What another process has in hand is passed over, as is what it has finished meanwhile. What
    fails is logged, and `failed` is told its key and why. Returns how many were done, as `counted`,
    and how many failed.
    """
    count: Counter[str] = Counter()
    for key in list(rows.values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                free = rows.select_for_update(skip_locked=True, of=("self",))
                if row := free.filter(pk=key).first():
                    do(row)
                    count[counted] += 1
        except Exception as error:
            log.exception("%s %s could not be finished", rows.model.__name__, key)
            count[FAILED] += 1
            failed(key, error)
    return count
