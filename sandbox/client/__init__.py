"""A person in the sandbox, as a Python object: what tests and benchmarks act with."""

from sandbox.client.messages import Button, Choice, Embed, Message, Modal, ModalField, Select
from sandbox.client.replies import Reply
from sandbox.client.user import SandboxRefused, SandboxUser

__all__ = [
    "Button",
    "Choice",
    "Embed",
    "Message",
    "Modal",
    "ModalField",
    "Reply",
    "SandboxRefused",
    "SandboxUser",
    "Select",
]
