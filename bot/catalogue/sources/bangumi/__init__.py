"""bangumi-data: a file of all that was broadcast in Japan, with the first dates at some 40 services (CC BY 4.0)."""

from bot.catalogue.sources.bangumi.items import Reading, is_bangumi, read

__all__ = ["Reading", "is_bangumi", "read"]
