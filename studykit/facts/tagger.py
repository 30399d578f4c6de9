"""The one door to the word cutter: text in, (word, tag) pairs out.

Only the dictionary cut is used, never the hidden Markov model: it is five
times as fast, and jieba and its Rust port rjieba then cut every text alike,
so a deck does not depend on which of the two is installed.
"""
