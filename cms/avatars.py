"""Portraits of those who work in the admin: they lie below a public address, as pictures do."""

from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel

from ground.files.forms import PictureField


class AvatarForm(AvatarPreferencesForm):
    """Wagtail's, which keeps where a portrait was taken and stumbles over half a photo."""

    avatar = PictureField(label=AvatarPreferencesForm.base_fields["avatar"].label, required=False)


def use_ours() -> None:
    AvatarSettingsPanel.form_class = AvatarForm
