"""What is being written in an application, as one value that can be compared."""

from dataclasses import dataclass, field
from typing import Any

from .models import Application

PROJECT = ("title", "summary", "amount", "places")
ORGANISATION = ("name", "city", "country", "siret", "website")


@dataclass(frozen=True)
class Draft:
    """A part or the whole of an application's text. `places` are ids, in no order."""

    project: dict[str, Any] = field(default_factory=dict)
    organisation: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, application: Application) -> "Draft":
        """All that is saved of it."""
        organisation = application.organisation
        return cls(
            project={
                "title": application.title,
                "summary": application.summary,
                "amount": application.amount,
                "places": {place.pk for place in application.places.all()},
            },
            organisation={name: getattr(organisation, name) for name in ORGANISATION},
            answers=dict(application.answers),
        )

    def only(self, codes: list[str] | None) -> "Draft":
        """The part of it that may be written; None: all of it."""
        if codes is None:
            return self
        return Draft(
            project={name: value for name, value in self.project.items() if name in codes},
            organisation=self.organisation if "organisation" in codes else {},
            answers={code: value for code, value in self.answers.items() if code in codes},
        )

    def differences(self, saved: "Draft") -> set[str]:
        """The codes of what differs from what is saved: `title`, `organisation.name`, `q.why`."""
        return {
            *(name for name, value in self.project.items() if value != saved.project[name]),
            *(
                f"organisation.{name}"
                for name, value in self.organisation.items()
                if value != saved.organisation[name]
            ),
            *(
                f"q.{code}"
                for code, value in self.answers.items()
                if (value or "") != (saved.answers.get(code) or "")
            ),
        }

    def write_to(self, application: Application) -> None:
        """Put it on the rows and save them."""
        columns = {name: value for name, value in self.project.items() if name != "places"}
        for name, value in columns.items():
            setattr(application, name, value)
        if "places" in self.project:
            application.places.set(self.project["places"])
        if self.organisation:
            for name, value in self.organisation.items():
                setattr(application.organisation, name, value)
            application.organisation.save(update_fields=list(self.organisation))
        application.answers = {**application.answers, **self.answers}
        application.save(update_fields=[*columns, "answers", "version", "saved_at", "saved_by"])
