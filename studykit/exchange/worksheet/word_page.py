"""Paragraphs on A4 pages, as python-docx writes them."""

from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_EAST_ASIAN = {"zh-Hans": ("宋体", "zh-CN"), "zh-Hant": ("PMingLiU", "zh-HK")}
_LATIN = "Times New Roman"
_QUIET = RGBColor(0x55, 0x55, 0x55)
_WIDTH, _HEIGHT, _MARGIN = Mm(210), Mm(297), Mm(20)
# From the number of a question to its text.
_INDENT = Mm(8)
_TEXT = Length(_WIDTH - 2 * _MARGIN)
# Room for handwriting above a line. Not as an exact height, which LibreOffice passes over
# where a line holds nothing but tabs.
_ABOVE_ROW = Mm(4)
# Between the columns of lines to write on.
_GUTTER = Mm(5)


class Page:
    """A document that grows downwards. A paragraph that `stays` is not parted from the next."""

    def __init__(self, title: str, version: str, language: str) -> None:
        self.document = docx.Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = _WIDTH, _HEIGHT
        section.left_margin = section.right_margin = section.bottom_margin = _MARGIN
        section.top_margin = Mm(18)
        font, tag = _EAST_ASIAN.get(language, _EAST_ASIAN["zh-Hans"])
        for name, size in (("Normal", 11), ("Heading 1", 17), ("Heading 2", 12), ("Footer", 8.5)):
            self._dress(name, size, font, tag)
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = title, "", ""
        properties.language = tag
        self._foot(f"{title}  {version}".strip())

    def title(self, title: str, version: str, *, new_page: bool = False) -> None:
        """The title of a test in the middle, with its version."""
        paragraph = self.document.add_heading(f"{title}  {version}".strip(), 1)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.page_break_before = new_page

    def heading(self, heading: str, worth: str) -> None:
        """The heading of a part."""
        run = self.document.add_heading(heading, 2).add_run(f"（{worth}）")
        run.bold, run.font.size = False, Pt(10)

    def paragraph(
        self, text: str, *, small: bool = False, indented: bool = False, stays: bool = False
    ) -> None:
        """Some text."""
        paragraph = self._paragraph(stays)
        run = paragraph.add_run(text)
        if small:
            run.font.size, run.font.color.rgb = Pt(9.5), _QUIET
        if indented:
            paragraph.paragraph_format.left_indent = _INDENT

    def numbered(self, number: int, text: str, *, bold: bool = False, stays: bool = False) -> None:
        """The first lines of a question or an answer, the number standing out."""
        paragraph = self._paragraph(stays)
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = _INDENT, Length(-_INDENT)
        form.space_before = Mm(2.5)
        paragraph.add_run(f"{number}.\t")
        paragraph.add_run(text).bold = bold or None

    def columns(self, texts: Sequence[str], columns: int) -> None:
        """Texts beside each other, so many in a row."""
        width = (_TEXT - _INDENT) // columns
        for start in range(0, len(texts), columns):
            paragraph = self._row(stays=start + columns < len(texts))
            for column in range(1, columns):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Length(_INDENT + column * width))
            paragraph.add_run("\t".join(texts[start : start + columns]))

    def slots(self, labels: Sequence[str], columns: int) -> None:
        """Lines to write on behind their labels, so many in a row."""
        width = (_TEXT - _INDENT) // columns
        for start in range(0, len(labels), columns):
            paragraph = self._row(stays=start + columns < len(labels))
            form = paragraph.paragraph_format
            form.space_before = _ABOVE_ROW
            for column in range(columns):
                left = Length(_INDENT + column * width)
                right = Length(left + width - (_GUTTER if columns > 1 else 0))
                form.tab_stops.add_tab_stop(left)
                form.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            row = labels[start : start + columns]
            paragraph.add_run("\t".join(f"{label} \t" if label else "\t" for label in row))

    def _row(self, stays: bool) -> Paragraph:
        paragraph = self._paragraph(stays)
        paragraph.paragraph_format.left_indent = _INDENT
        return paragraph

    def _paragraph(self, stays: bool) -> Paragraph:
        paragraph = self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.keep_together, form.keep_with_next = True, stays
        return paragraph

    def _dress(self, name: str, size: float, font: str, tag: str) -> None:
        style = self.document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = _LATIN, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        properties = style.element.get_or_add_rPr()
        fonts = properties.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), tag)
        properties.append(language)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(12 if "Heading" in name else 0), Pt(2)
        form.line_spacing = 1.2

    def _foot(self, words: str) -> None:
        """The words and the number of the page, at the foot of each."""
        paragraph = self.document.sections[0].footer.paragraphs[0]
        assert paragraph.style is not None
        stops = paragraph.style.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(_TEXT, WD_TAB_ALIGNMENT.RIGHT)
        for text, field in ((f"{words}\t", "PAGE"), (" / ", "NUMPAGES")):
            paragraph.add_run(text)
            number = OxmlElement("w:fldSimple")
            number.set(qn("w:instr"), field)
            paragraph._p.append(number)
