"""Fields tie label, help and error to their control, and keep what was typed."""

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
