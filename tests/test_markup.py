from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studykit.markup import Markup, element, joined


@pytest.mark.parametrize(
    ("found", "want"),
    [
        (element("p"), "<p></p>"),
        (element("p", "茶 <b> & \"'"), "<p>茶 &lt;b&gt; &amp; &quot;&#x27;</p>"),
        (element("p", element("b", "1"), "2"), "<p><b>1</b>2</p>"),
        (element("meta", charset="utf-8"), '<meta charset="utf-8">'),
        (
            element("i", class_="a", http_equiv="b", x=1.5),
            '<i class="a" http-equiv="b" x="1.5"></i>',
        ),
        (element("meta", name='"><script>'), '<meta name="&quot;&gt;&lt;script&gt;">'),
        (joined(["<", Markup("<br>"), "&"]), "&lt;<br>&amp;"),
    ],
)
def test_elements(found, want):
    assert found == want
    assert isinstance(found, Markup)


class Reader(HTMLParser):
    """Reads back the text and the one attribute of a page."""

    def __init__(self):
        super().__init__()
        self.words, self.values, self.tags = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.values += [value for _key, value in attrs]

    def handle_data(self, data):
        self.words.append(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_reads_back(text):
    reader = Reader()
    reader.feed(element("p", text, title=text))
    reader.close()
    assert ("".join(reader.words), reader.values, reader.tags) == (text, [text], ["p"])
