import pytest

from studykit.errors import ExchangeError
from studykit.exchange.anki.beside import media_beside, read_sidecar


def test_a_deck_alone_has_neither(tmp_path):
    deck = tmp_path / "tea.yaml"
    assert (dict(media_beside(deck)), read_sidecar(deck)) == ({}, None)


def test_media_are_the_files_of_the_folder(tmp_path):
    folder = tmp_path / "tea.media"
    (folder / "inner").mkdir(parents=True)
    for name in ("壶.png", "a.mp3"):
        (folder / name).write_bytes(name.encode())
    media = media_beside(tmp_path / "tea.yaml")
    assert list(media) == ["a.mp3", "壶.png"]
    assert (media["壶.png"], len(media)) == ("壶.png".encode(), 2)
    for name in ("inner", "../tea.yaml", "none.png"):
        with pytest.raises(KeyError):
            media[name]


def test_a_sidecar_that_is_not_in_order_is_named(tmp_path):
    (tmp_path / "tea.anki.yaml").write_text("format: x\n", "utf-8")
    with pytest.raises(ExchangeError, match=r"tea\.anki\.yaml:1"):
        read_sidecar(tmp_path / "tea.yaml")
