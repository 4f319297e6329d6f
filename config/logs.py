"""A line of the log: one event, with its time and the number of the request it belongs to.

The number comes from the proxy or is made here (`config.requests`). It goes back to the browser as
`X-Request-ID` and stands on the page that says something broke, so that who calls can read it out.
"""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

request_number: ContextVar[str] = ContextVar("number of the request under way", default="-")


class NumberFilter(logging.Filter):
    """Gives every record the number of the request under way, "-" outside of one."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_number = request_number.get()
        return True


class JsonFormatter(logging.Formatter):
    """One line of JSON an event; what a record holds as `fields` stands beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(record, "request_number", request_number.get()),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(formatter: str, level: str) -> dict[str, object]:
    """Django's LOGGING: everything to standard error, through one handler; `line` or `json`."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"number": {"()": NumberFilter}},
        "formatters": {
            "line": {
                "format": "{asctime} {levelname} {request_number} {name} {message}",
                "style": "{",
            },
            "json": {"()": JsonFormatter},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "filters": ["number"],
                "formatter": formatter,
            }
        },
        "root": {"handlers": ["console"], "level": level},
        # Without handlers of its own: Django's default writes letters to nobody.
        # pikepdf tells at every start that it can log.
        "loggers": {"django": {"level": "INFO"}, "pikepdf": {"level": "WARNING"}},
    }
