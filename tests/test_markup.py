"""The rules of HTML that tests hold pages to: a page in order breaks none, and each is found."""

import pytest

from tests.markup import faults

AROUND = "<!doctype html><html lang=fr><head><title>Fosse</title></head><body>{}</body></html>"


def test_a_page_in_order_has_no_fault():
    right = """
        <h1 id="heap">Fosse <b>9</b></h1><h2>Le site</h2><h3>Accès</h3><h2>Après</h2>
        <p aria-labelledby="heap"><label for="q">Quoi ?</label> <input id="q"></p>
        <time datetime="2026-11-24 10:00+0100">24 novembre</time> <time>1986</time>
        <button><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></button>"""
    assert faults(AROUND.format(right)) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ("<p>Un <div>bloc</div></p>", "line 1: unexpected-end-tag {'name': 'p'}"),
        ("<b id=a></b><b id=a></b>", "id 'a' is given 2 times"),
        ("<span><figure class=f></figure></span>", "<figure class='f'> stands in <span>"),
        ("<h2><p>Fosse</p></h2>", "<p class=None> stands in <h2>"),
        ("<label for=there>Quoi</label>", "for='there' of <label> names nothing"),
        ("<form action=''></form>", "action of <form> is empty"),
        ("<time>26 nov.</time>", "<time> says '26 nov.'"),
        ("<time datetime=2026-11-26T09:57:52.786214>26</time>", "<time> says '2026-11-26T09:57:52"),
        ("<h1>Fosse</h1><h3>Accès</h3>", "an h3 follows an h1"),
    ],
)
def test_a_page_with_a_fault_is_told_which(wrong, fault):
    [found] = faults(AROUND.format(wrong))
    assert found.startswith(fault)
