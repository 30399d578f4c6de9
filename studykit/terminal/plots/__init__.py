"""Charts for the terminal, drawn as Rich renderables with block characters.

They are ours, over Rich, and not plotext's, because plotext (6.1) takes 90 ms to
import, writes colours of its own even under NO_COLOR, frames every chart, has no
calendar, and changed its interface between versions 5 and 6. Rich knows the
widths of Chinese text, the terminal's colours and when not to use them; what is
left for us is a few lines a chart.

No chart is wider than it is told to be; what a colour tells is also told by a
shade or a number. As on the screen, nothing has a border on its right.
"""
