"""What applicants do with an application. Each is told who acts (`by`) and when (`at`)."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from rules.permissions import has_perm

from ground.files.refusal import FileRefused

from .. import emails, files, states
from ..completeness import Missing, missing
from ..drafts import Base, Draft, Merge, draft_of, merge, only, write, written_down
from ..models import Application, ApplicationFile, Call, Member, Organisation, Revision
from ..moves import MoveRefused, locked, move
from ..questionnaire import Ask, Questionnaire


class CallIsClosed(Exception):
    """The call does not take applications at that moment."""


class TooLate(Exception):
    """The deadline, its grace included, has passed. What was written stays saved."""


class Incomplete(Exception):
    """The application cannot be sent in as it is."""

    def __init__(self, gaps: list[Missing]) -> None:
        self.gaps = gaps
        super().__init__(f"{len(gaps)} answers are missing")


@dataclass(frozen=True)
class Saved:
    """What saving a text has done. `other` is who saved before, if it was somebody else."""

    application: Application
    merge: Merge
    other: Any


class SomebodyElsesFile(FileRefused):
    """Another file answers the question than the one that was seen when this one was chosen."""


@transaction.atomic
def start(
    *, call: Call, title: str, organisation: str, language: str, token: UUID, by: Any, at: datetime
) -> Application:
    """Open a draft. The same `token` gives the same draft again. Raises CallIsClosed."""
    started_with = uuid5(token, str(by.pk))  # somebody else's token opens nothing of theirs
    begun = Application.objects.of(by).filter(started_with=started_with).first()
    if begun:
        return begun
    if not call.is_open(at=at):
        raise CallIsClosed
    try:
        with transaction.atomic():
            application = Application.objects.create(
                call=call,
                started_with=started_with,
                language=language,
                title=title,
                organisation=Organisation.objects.create(name=organisation),
                created_at=at,
                saved_at=at,
                saved_by=by,
            )
    except IntegrityError:  # a second press at the same moment
        return Application.objects.of(by).get(started_with=started_with)
    application.members.create(
        user=by, email=by.email, name=by.get_full_name(), access=Member.Access.OWN
    )
    application.events.create(move="start", target=application.state, by=by, at=at)
    return application


def changeable(application: Application) -> list[str] | None:
    """The codes that may be written now; None for all of them."""
    if application.state == Application.State.CHANGES_REQUESTED:
        return list(application.reopened)
    return None if application.state == Application.State.DRAFT else []


def check_may_write(application: Application, by: Any, *, code: str = "") -> None:
    """Refuse who may not write, what is not being written, and a question that is not reopened."""
    if not has_perm(states.EDIT, by, application):
        raise PermissionDenied
    codes = changeable(application)
    if not application.is_editable or (code and codes is not None and code not in codes):
        raise MoveRefused(application, "submit")


@transaction.atomic
def save_draft(
    *, application: Application, draft: Draft, base: Base, by: Any, at: datetime
) -> Saved:
    """Keep what was typed, complete or not, before the deadline or after it.

    `base` says field by field what it was written upon: what others have changed since is left
    alone, and what both have changed is given back in `merge.conflicts`, not written. Raises
    PermissionDenied, MoveRefused.
    """
    application = locked(application)
    check_may_write(application, by)
    merged = merge(only(draft, changeable(application)), draft_of(application), base)
    other = application.saved_by if application.saved_by_id != by.pk else None
    if merged.written:
        application.version += 1
        application.saved_at, application.saved_by = at, by
        write(merged.written, application)
    return Saved(application, merged, other)


@transaction.atomic
def add_file(
    *,
    application: Application,
    ask: Ask,
    upload: UploadedFile,
    instead_of: str | None = None,
    by: Any,
    at: datetime,
) -> ApplicationFile:
    """Answer a question with a file, in place of the one before. Raises FileRefused.

    `instead_of` is the key of the file that was there when this one was chosen, "" for none: where
    somebody else has put in another one meanwhile, that one stays.
    """
    check_may_write(application, by, code=ask.code)
    checked = files.checked(upload, extensions=[option.code for option in ask.choices])
    application = locked(application)
    check_may_write(application, by, code=ask.code)
    there = application.files.current().filter(question_code=ask.code)
    newer = next((file for file in there if str(file.key) != instead_of), None)
    if instead_of is not None and newer:
        raise SomebodyElsesFile(
            _(
                "Somebody else has put in “%(name)s” meanwhile. To put your file in its place,"
                " choose it once more."
            )
            % {"name": newer.name}
        )
    _take_away(there, at=at)
    file = application.files.model(
        application=application,
        question_code=ask.code,
        name=checked.name,
        extension=checked.extension,
        content_type=checked.content_type,
        size=checked.content.size,
        visible_to_jurors=ask.visible_to_jurors and not ask.personal_data,
        added_at=at,
        added_by=by,
    )
    file.file.save(checked.name, checked.content, save=True)
    return file


@transaction.atomic
def remove_file(*, file: ApplicationFile, by: Any, at: datetime) -> None:
    """Take a file out of the text. A revision that was sent with it keeps it."""
    check_may_write(locked(file.application), by, code=file.question_code)
    _take_away(file.application.files.filter(pk=file.pk), at=at)


def _take_away(old: Any, *, at: datetime) -> None:
    sent = {
        key
        for revision in Revision.objects.filter(application__files__in=old)
        for key in revision.answers.values()
        if isinstance(key, str)
    }
    for file in old:
        if str(file.key) in sent:
            file.removed_at = at
            file.save(update_fields=["removed_at"])
        else:
            file.delete()
            transaction.on_commit(partial(file.file.storage.delete, file.file.name))


@transaction.atomic
def submit(*, application: Application, token: UUID, by: Any, at: datetime) -> Revision:
    """Send in what is saved. The same `token` again gives the same revision and no second mail.

    Raises TooLate, Incomplete, PermissionDenied or MoveRefused, and then changes nothing.
    """
    application = locked(application)
    if sent := application.revisions.filter(token=token).first():
        return sent
    check_may_write(application, by)
    check_in_time(application, at=at)
    questionnaire = Questionnaire.of(application.call)
    if gaps := missing(application, questionnaire):
        raise Incomplete(gaps)
    application = move(application, "submit", by=by, at=at, submitted_at=at, reopened=[])
    revision = freeze(application, questionnaire, token=token, by=by, at=at)
    emails.submitted(application, number=revision.number)
    return revision


def check_in_time(application: Application, *, at: datetime) -> None:
    """A first submission keeps the call's deadline, an answer to a request the one it was given."""
    if application.state == Application.State.CHANGES_REQUESTED:
        in_time = application.changes_due_at is None or at <= application.changes_due_at
    else:
        in_time = application.call.accepts(begun_at=application.created_at, at=at)
    if not in_time:
        raise TooLate


def freeze(
    application: Application, questionnaire: Questionnaire, *, token: UUID, by: Any, at: datetime
) -> Revision:
    """Write down what is sent in, with the form that asked for it."""
    return application.revisions.create(
        number=application.revisions.count() + 1,
        token=token,
        submitted_at=at,
        submitted_by=by,
        **written_down(application, questionnaire),
    )


@transaction.atomic
def withdraw(*, application: Application, by: Any, at: datetime, reason: str = "") -> Application:
    """Take it back, from any state in which nothing final was decided."""
    application = move(application, "withdraw", by=by, at=at, reason=reason)
    emails.withdrawn(application, reason=reason)
    return application
