"""Printable tests with their answer keys, as web page, pdf or docx."""
