"""Events: what an editor's page asks for."""

import pytest
from django.core.exceptions import ValidationError


def test_who_asks_for_registration_says_where(tree):
    event = tree.event(needs_registration=True, zone="Europe/Paris", country="FR")
    with pytest.raises(ValidationError) as refused:
        event.full_clean()
    assert set(refused.value.message_dict) == {"registration_url"}
    event.registration_url = "https://billets.example/veillee"
    event.full_clean()


def test_visitors_are_led_to_where_one_registers_until_it_is_over(client, tree):
    values = {"needs_registration": True, "registration_url": "https://billets.example/veillee"}
    link = f'<a href="{values["registration_url"]}">'
    assert link in client.get(tree.event(**values).url).content.decode()
    assert link not in client.get(tree.event(days=-3, **values).url).content.decode()
    assert link not in client.get(tree.event(is_cancelled=True, **values).url).content.decode()
