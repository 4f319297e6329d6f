from django.core.exceptions import ValidationError


class FileRefused(ValidationError):
    """The message says why, in words for the person who sent the file."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="refused")

    def __str__(self) -> str:
        return self.messages[0]
