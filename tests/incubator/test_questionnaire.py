"""A form that is frozen with what was sent is read by the version before, and by the next."""

import pytest

from incubator.questionnaire import Questionnaire
from tests.factories.incubator import CallFactory

# What the version knew that froze the first forms.
KNOWN = {
    *("code", "kind", "label", "help", "required", "max_length", "options"),
    *("personal_data", "visible_to_jurors", "frozen_after_submit"),
}


@pytest.fixture
def call(db):
    return CallFactory(questions=["text", "number"])


def test_the_version_before_reads_what_is_frozen_now(call):
    (part,) = Questionnaire.of(call).to_json()
    assert [set(ask) for ask in part["asks"]] == [KNOWN, KNOWN]


def test_what_only_this_version_knows_is_frozen_where_it_matters(call):
    call.sections.get().questions.filter(code="number").update(unbounded=True)
    frozen = Questionnaire.from_json(Questionnaire.of(call).to_json())
    assert [ask.unbounded for ask in frozen.asks] == [False, True]


def test_what_a_later_version_has_frozen_is_read_as_far_as_it_is_known(call):
    form = Questionnaire.of(call).to_json()
    form[0]["asks"][0]["later"] = "more"
    assert Questionnaire.from_json(form).asks == Questionnaire.of(call).asks
