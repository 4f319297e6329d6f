from django.core.management import call_command


def test_a_unit_that_fails_reaches_a_person(settings, mailoutbox):
    """Without a database: this test has none."""
    settings.ALERT_EMAIL = "night-shift@terril.example"
    call_command("alert", "terril-due.service")
    (letter,) = mailoutbox
    assert letter.to == ["night-shift@terril.example"]
    assert "terril-due.service failed" in letter.subject
    assert "journalctl -n 50 -u terril-due.service" in letter.body
