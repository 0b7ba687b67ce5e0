"""What a person is told when something can't be done."""


class RefusedError(Exception):
    """An act that Discord's own client wouldn't let a person do; the text is the reason, `status` the HTTP status."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
