"""What a running bot remembers of `/catalogue`, and can do without after a restart."""

from collections import OrderedDict
from typing import Final, cast

from discord.ext import commands

from bot.announcements.drafts_store import Draft
from bot.catalogue.records import SourceRecord
from bot.client import Interaction
from cogs.drafts import UnsavedDrafts

MOST_RECORDS: Final = 200


class CatalogueMemory(commands.Cog):
    """The latest drafts that couldn't be stored, and what the sources said of late, so that they aren't asked again."""

    def __init__(self) -> None:
        self.unsaved = UnsavedDrafts[Draft]()
        self.records: OrderedDict[str, SourceRecord] = OrderedDict()

    def remember(self, ref: str, statement: SourceRecord) -> None:
        """Remember what a source said."""
        self.records[ref] = statement
        while len(self.records) > MOST_RECORDS:
            self.records.popitem(last=False)


def memory_of(interaction: Interaction) -> CatalogueMemory:
    """Give the running bot's memory."""
    return cast("CatalogueMemory", interaction.client.get_cog(CatalogueMemory.__cog_name__))
