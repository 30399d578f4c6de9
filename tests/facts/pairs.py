"""Whether quotation marks and brackets pair up, told apart from the code that mends them."""

from studykit.facts.clauses import CLOSERS, OPENERS


def balanced(text: str) -> bool:
    stack: list[str] = []
    for ch in text:
        if ch in OPENERS:
            stack.append(ch)
        elif ch in CLOSERS and (not stack or stack.pop() != CLOSERS[ch]):
            return False
    return not stack
