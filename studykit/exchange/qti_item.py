"""A card as an item of QTI 2.1 (https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html).

Choices and true/false are `choiceInteraction`, what is typed `textEntryInteraction`
with a mapping of all answers that count, open questions `extendedTextInteraction`,
which a person marks. Explanation and quotes are feedback after the answer.
"""

from collections.abc import Sequence

from studykit.cards.model import Card
from studykit.exchange.quiz_items import QuizItem, quiz_item
from studykit.exchange.quiz_names import question_name
from studykit.exchange.text import one_line, xml

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
_OPEN_LINES = 5
_RESPONSE = "RESPONSE"


def root_attributes(namespace: str = NAMESPACE, schema: str = _SCHEMA) -> str:
    """The namespaces of a document's root."""
    return (
        f'xmlns="{namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{namespace} {schema}"'
    )


def item_xml(card: Card, identifier: str, language: str, truth: tuple[str, str]) -> str:
    """The document of one item; `truth` are the words for false and true."""
    item = quiz_item(card)
    responses = _responses(item)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<assessmentItem {root_attributes()} identifier="{identifier}" '
        f'title="{xml(question_name(card))}" label="{xml(one_line(card.id))}" '
        f'xml:lang="{xml(language)}" adaptive="false" timeDependent="false" toolName="studykit">',
        *_declarations(item, responses),
        *_outcomes(item),
        f"<itemBody>{_body(item, responses, truth)}</itemBody>",
        *_processing(item, responses),
        *_feedback(item),
        "</assessmentItem>",
    ]
    return "\n".join(lines) + "\n"


def _responses(item: QuizItem) -> list[str]:
    """A name for each thing that is answered."""
    if item.kind == "gaps":
        return [f"{_RESPONSE}{at}" for at in range(1, len(item.answers) + 1)]
    return [_RESPONSE]


def _declarations(item: QuizItem, responses: Sequence[str]) -> list[str]:
    if item.kind == "open":
        return [_declaration(_RESPONSE, "string", [])]
    if item.kind == "truefalse":
        return [_declaration(_RESPONSE, "identifier", ["TRUE" if item.truth else "FALSE"])]
    if item.kind == "choice":
        key = item.options.index(item.answers[0][0])
        return [_declaration(_RESPONSE, "identifier", [_choice(key)])]
    pairs = zip(responses, item.answers, strict=True)
    return [_declaration(name, "string", answers) for name, answers in pairs]


def _declaration(name: str, type_: str, answers: Sequence[str]) -> str:
    if not answers:
        return f'<responseDeclaration identifier="{name}" cardinality="single" baseType="{type_}"/>'
    typed = [xml(one_line(answer)) for answer in answers]
    # GDP or gdp: what a person types counts either way, as in Moodle's questions.
    case = ' caseSensitive="false"' if type_ == "string" else ""
    mapping = "".join(
        f'<mapEntry mapKey="{key}" mappedValue="1"{case}/>' for key in dict.fromkeys(typed)
    )
    return (
        f'<responseDeclaration identifier="{name}" cardinality="single" baseType="{type_}">'
        f"<correctResponse><value>{typed[0]}</value></correctResponse>"
        f'<mapping defaultValue="0">{mapping}</mapping></responseDeclaration>'
    )


def _outcomes(item: QuizItem) -> list[str]:
    most = len(item.answers) if item.kind == "gaps" else 1
    lines = [
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" '
        f'normalMaximum="{most}"/>'
    ]
    if item.feedback:
        lines.append(
            '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier">'
            "<defaultValue><value>ANSWERED</value></defaultValue></outcomeDeclaration>"
        )
    return lines


def _body(item: QuizItem, responses: Sequence[str], truth: tuple[str, str]) -> str:
    if item.kind in ("choice", "truefalse"):
        words = [(_choice(at), option) for at, option in enumerate(item.options)]
        if item.kind == "truefalse":
            words = [("TRUE", truth[1]), ("FALSE", truth[0])]
        choices = "".join(
            f'<simpleChoice identifier="{name}">{_inline(text)}</simpleChoice>'
            for name, text in words
        )
        shuffle = "true" if item.kind == "choice" else "false"
        return (
            f'<choiceInteraction responseIdentifier="{_RESPONSE}" shuffle="{shuffle}" '
            f'maxChoices="1"><prompt>{_inline(item.text)}</prompt>{choices}</choiceInteraction>'
        )
    if item.kind == "open":
        return (
            f'<extendedTextInteraction responseIdentifier="{_RESPONSE}" '
            f'expectedLines="{_OPEN_LINES}"><prompt>{_inline(item.text)}</prompt>'
            "</extendedTextInteraction>"
        )
    entries = [
        f'<textEntryInteraction responseIdentifier="{name}" '
        f'expectedLength="{max(map(len, answers))}"/>'
        for name, answers in zip(responses, item.answers, strict=True)
    ]
    if item.kind == "short":
        return f"<p>{_inline(item.text)}</p><p>{entries[0]}</p>"
    first, *others = map(_inline, item.texts)
    return f"<p>{first}{''.join(e + text for e, text in zip(entries, others, strict=True))}</p>"


def _processing(item: QuizItem, responses: Sequence[str]) -> list[str]:
    """The score is one for each response that counts; an open question has none of itself."""
    if item.kind == "open":
        return []
    mapped = "".join(f'<mapResponse identifier="{name}"/>' for name in responses)
    return [
        '<responseProcessing><setOutcomeValue identifier="SCORE">'
        f"<sum>{mapped}</sum></setOutcomeValue></responseProcessing>"
    ]


def _feedback(item: QuizItem) -> list[str]:
    if not item.feedback:
        return []
    lines = "".join(f"<p>{_inline(text)}</p>" for text in item.feedback)
    return [
        '<modalFeedback outcomeIdentifier="FEEDBACK" identifier="ANSWERED" showHide="show">'
        f"{lines}</modalFeedback>"
    ]


def _choice(at: int) -> str:
    return f"CHOICE{at + 1}"


def _inline(text: str) -> str:
    """The text with its line breaks seen."""
    return "<br/>".join(map(xml, text.splitlines()))
