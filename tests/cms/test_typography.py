"""Lines break where a reader expects it."""

import pytest

from cms.templatetags.typography import unbroken


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Soixante-dix-neuf, enfin", '<span class="nowrap">Soixante-dix-neuf</span>, enfin'),
        ("le porte-clefs", 'le <span class="nowrap">porte-clefs</span>'),
        ("Saint-Germain-des-Prés-sur-Seine", "Saint-Germain-des-Prés-sur-Seine"),
        ("avant – après", "avant – après"),
        ("<b>a-b</b> & c", '&lt;b&gt;<span class="nowrap">a-b</span>&lt;/b&gt; &amp; c'),
    ],
)
def test_a_compound_word_stays_on_one_line_unless_it_is_wider_than_a_phone(words, html):
    assert unbroken(words) == html


def test_headings_of_stories_keep_them(tree, client):
    body = [("heading", "Vingt-deux marches"), ("quote", {"text": "Dix-huit, je crois.", "by": ""})]
    page = client.get(tree.story(body=body).url).content.decode()
    assert '<h2><span class="nowrap">Vingt-deux</span> marches</h2>' in page
    assert '<p class="pull"><span class="nowrap">Dix-huit</span>, je crois.</p>' in page
