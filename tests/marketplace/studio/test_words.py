"""What artisans type becomes a page and comes back as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.studio.words import to_html, to_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un bol.", "<p>Un bol.</p>"),
        ("Un bol.\n\nUne assiette.", "<p>Un bol.</p>\n<p>Une assiette.</p>"),
        ("Un bol,\nune assiette.", "<p>Un bol,<br>une assiette.</p>"),
        ("- un bol\n- une assiette", "<ul><li>un bol</li><li>une assiette</li></ul>"),
        ("Terre & eau <b>", "<p>Terre &amp; eau &lt;b&gt;</p>"),
        ("  \n\n ", ""),
    ],
)
def test_text_becomes_paragraphs_and_lists(text, html):
    assert to_html(text) == html


def test_windows_line_ends_are_line_ends():
    assert to_html("Un bol.\r\n\r\nUne assiette.") == "<p>Un bol.</p>\n<p>Une assiette.</p>"


def test_bold_in_an_older_description_becomes_plain():
    assert to_text("<p>Un <b>bol</b></p><ul><li>rouge</li></ul>") == "Un bol\n\n- rouge"


def test_html_without_blocks_is_kept_as_text():
    assert to_text("Un bol &amp; une assiette") == "Un bol & une assiette"


@given(st.lists(st.text(st.characters(categories=["L", "N", "S"]), min_size=1), min_size=1))
def test_nothing_typed_is_lost_on_the_way_there_and_back(words):
    text = "\n\n".join(words)
    assert to_text(to_html(text)) == text
