"""The code in half-blocks says what the library's own matrix says."""

import segno

from studykit.terminal.qr import qr_lines

TEXT = "http://192.168.100.100:8642/?pin=482913"
UPPER, LOWER = "█▀", "█▄"


def test_the_blocks_are_the_modules():
    light = []
    for line in qr_lines(TEXT):
        light.append([char in UPPER for char in line.plain])
        light.append([char in LOWER for char in line.plain])
    matrix = list(segno.make_qr(TEXT, error="l", boost_error=False).matrix_iter(border=2))
    assert [[not dark for dark in row] for row in matrix] == light[: len(matrix)]
    assert all(map(all, light[len(matrix) :]))


def test_it_fits_a_small_terminal_beside_what_is_to_be_read():
    lines = qr_lines(TEXT)
    assert (len(lines), {len(line) for line in lines}) == (17, {33})
