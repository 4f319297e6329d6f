"""Fields tie label, help and error to their control, and keep what was typed."""

import pytest
from django import forms
from django.template import Context, Template


class Letter(forms.Form):
    email = forms.EmailField(label="Email", help_text="To answer you.")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea, max_length=40)
    way = forms.ChoiceField(label="Way", widget=forms.RadioSelect, choices=[("a", "A"), ("b", "B")])
    agree = forms.BooleanField(label="I agree")


def test_a_wrong_field_names_its_error_and_keeps_what_was_typed():
    html = Letter({"email": "jeanne@"})["email"].as_field_group()
    assert 'value="jeanne@"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'id="id_email_error"' in html
    assert 'autocomplete="email"' in html


def test_the_first_value_that_a_form_remembers_is_read_out_to_nobody():
    class Stock(forms.Form):
        left = forms.IntegerField(show_hidden_initial=True)

    remembered = Stock({"left": "many"}, initial={"left": 3})["left"].as_hidden(only_initial=True)
    assert "initial-left" in remembered
    assert "aria-" not in remembered


def test_a_line_end_counts_as_one_character():
    letter = Letter({"note": "\r\n".join(["x" * 9] * 4) + "y"})  # 40 as a browser counts them
    assert letter["note"].errors == []
    assert letter.cleaned_data["note"].count("\n") == 3
    assert "\r" not in letter.cleaned_data["note"]


def test_an_optional_field_says_so():
    assert "field-optional" in Letter()["note"].as_field_group()
    assert "field-optional" not in Letter()["email"].as_field_group()


def test_choices_are_a_group_with_a_legend():
    html = Letter()["way"].as_field_group()
    assert "<fieldset" in html
    assert "<legend>Way" in html


def test_a_box_to_tick_has_one_label_beside_it():
    html = Letter()["agree"].as_field_group()
    assert html.count("<label") == 1


def test_the_summary_leads_to_each_field():
    html = Template("{% load components %}{% form_errors form=form %}").render(
        Context({"form": Letter({"email": "jeanne@"})})
    )
    assert 'href="#id_email"' in html
    assert 'href="#id_way_0"' in html
    assert 'href="#id_agree"' in html


def test_the_summary_of_several_forms_leads_to_the_fields_of_each():
    forms = [Letter({"email": "jeanne@"}, prefix="one"), Letter({}, prefix="two")]
    html = Template("{% load components %}{% form_errors form=forms %}").render(
        Context({"forms": forms})
    )
    assert html.index('href="#id_one-email"') < html.index('href="#id_two-email"')
    assert "6 choses à corriger" in html


def test_a_form_without_errors_has_no_summary():
    assert "form-errors" not in str(Letter())


def test_a_whole_form_opens_with_its_summary():
    assert "form-errors" in str(Letter({}))


def test_what_was_left_empty_is_asked_for_by_its_name():
    letter = Letter({"email": " "})
    assert list(letter["email"].errors) == ["Il manque\u202f: email."]
    assert "Il manque\u202f: way." in letter["way"].as_field_group()
    summary = Template("{% load components %}{% form_errors form=form %}").render(
        Context({"form": letter})
    )
    assert '<a href="#id_email">Il manque\u202f: email.</a>' in summary


def test_a_field_that_has_words_of_its_own_for_it_says_them():
    class Terms(forms.Form):
        agreed = forms.BooleanField(label="Terms", error_messages={"required": "Accept them."})
        siret = forms.CharField(label="SIRET:")

    terms = Terms({})
    assert list(terms["agreed"].errors) == ["Accept them."]
    assert list(terms["siret"].errors) == ["Il manque\u202f: SIRET."]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Pour qui ?", "Il manque\u202f: pour qui ?"),
        ("Dites-le !", "Il manque\u202f: dites-le !"),
        ("Et après…", "Il manque\u202f: et après…"),
        ("Votre phrase.", "Il manque\u202f: votre phrase."),
        ("Budget", "Il manque\u202f: budget."),
    ],
)
def test_what_is_asked_as_a_question_ends_with_its_own_sign(label, said):
    class Questions(forms.Form):
        question = forms.CharField(label=label)

    assert list(Questions({})["question"].errors) == [said]


def test_what_is_said_of_a_password_stands_after_it():
    class Lock(forms.Form):
        password = forms.CharField(help_text="Eight signs.", widget=forms.PasswordInput)
        code = forms.CharField(help_text="On the card.")

    lock = Lock()
    html = lock["password"].as_field_group()
    assert html.index("<input") < html.index("Eight signs.")
    assert html.count("Eight signs.") == 1
    html = lock["code"].as_field_group()
    assert html.index("On the card.") < html.index("<input")
