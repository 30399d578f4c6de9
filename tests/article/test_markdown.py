import pytest

from studykit.article.markdown import front_matter, front_matter_end
from studykit.article.model import Metadata


def test_front_matter() -> None:
    text = (
        '---\ntitle: "城市绿意"\nauthor: 李明\ndate: 2025-03-12 08:00\nsource: 某报\n---\n# 正文\n'
    )
    assert text[front_matter_end(text) :] == "# 正文\n"
    assert front_matter(text) == Metadata("城市绿意", "李明", "2025-03-12", "某报")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\n",
        "# 标题\n---\ntitle: x\n---\n",
        "---\n正文\n---\n",
        "---\ntitle: x\n没有结尾",
        "--- a\nb: c\n---\n",
    ],
)
def test_no_front_matter(text: str) -> None:
    assert front_matter_end(text) == 0
    assert front_matter(text) == Metadata()
