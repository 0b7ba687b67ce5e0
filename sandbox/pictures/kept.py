"""The pictures that were shown of late, in memory."""

from collections import OrderedDict

from sandbox.pictures.fetching import Picture

ROOM = 32 * 1024 * 1024


class Kept:
    """Pictures by address, up to `room` bytes; what wasn't shown for longest goes first."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._used = 0
        self._pictures: OrderedDict[str, Picture] = OrderedDict()

    def get(self, url: str) -> Picture | None:
        """Give a picture that is kept."""
        if (found := self._pictures.get(url)) is not None:
            self._pictures.move_to_end(url)
        return found

    def put(self, url: str, picture: Picture) -> None:
        """Keep a picture."""
        self._forget(url)
        self._pictures[url] = picture
        self._used += len(picture.content)
        while self._used > self._room:
            self._forget(next(iter(self._pictures)))

    def _forget(self, url: str) -> None:
        if (gone := self._pictures.pop(url, None)) is not None:
            self._used -= len(gone.content)
