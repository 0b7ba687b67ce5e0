"""Answers to interactions. Source: Discord's documentation, "Interaction Response Object"."""

from collections.abc import Sequence

from sandbox.rules.errors import ErrorTree
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.messages import check_message_create, check_message_edit
from sandbox.rules.modals import check_modal
from sandbox.rules.options import check_choices
from sandbox.rules.values import Reader

PING, COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 1, 2, 3, 4, 5
PONG, MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
ANSWERS = {
    PING: (PONG,),
    COMMAND: (MESSAGE, DEFERRED_MESSAGE, MODAL),
    COMPONENT: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL),
    AUTOCOMPLETE: (CHOICES,),
    MODAL_SUBMIT: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE),
}
"""Which types of answer each type of interaction takes; 12 (launch the activity) is for applications that are one."""
OF_A_MESSAGE = (DEFERRED_UPDATE, UPDATE)
DATA = ("data",)


def check_response(
    payload: JsonValue,
    interaction_type: int,
    *,
    files: Sequence[str] = (),
    current: JsonObject | None = None,
) -> None:
    """Check an answer to an interaction of that type. Raises `ApiError` 50035 or 50006.

    `current` is the message that the interaction came from; without one (a modal that a slash command opened) there is
    nothing to update.
    """
    tree = ErrorTree()
    if payload is None:
        tree.add((), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
    answer = Reader.of(payload, (), tree)
    kind = None if answer is None else answer.choice("type", _answers(interaction_type, current), required=True)
    if answer is not None and kind is not None:
        _note_data(answer, kind)
    tree.raise_if_any()
    if kind == MESSAGE:
        check_message_create(payload.get("data"), files=files, path=DATA)
    elif kind == UPDATE:
        check_message_edit(payload.get("data") or {}, current or {}, files=files, path=DATA)


def _answers(interaction_type: int, current: JsonObject | None) -> tuple[int, ...]:
    answers = ANSWERS[interaction_type]
    if current is None:
        return tuple(each for each in answers if each not in OF_A_MESSAGE)
    return answers


def _note_data(answer: Reader, kind: int) -> None:
    """Note what is wrong with the data of answers that aren't messages."""
    data = answer.object("data", required=kind in {CHOICES, MODAL})
    if data is None:
        return
    if kind == CHOICES:
        check_choices(data, None)
    elif kind == MODAL:
        check_modal(data)
    elif kind == DEFERRED_MESSAGE:
        data.integer("flags", least=0)
