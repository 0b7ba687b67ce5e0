"""In which countries a reader may be, by the language that their Discord is set to."""

from collections.abc import Collection

_REGIONS = {
    "bg": ("BG",),
    "cs": ("CZ",),
    "da": ("DK",),
    "de": ("DE", "AT", "CH"),
    "el": ("GR", "CY"),
    "en-GB": ("GB", "IE"),
    "en-US": ("US", "CA"),
    "es-419": ("MX", "AR", "CL", "CO", "PE"),
    "es-ES": ("ES",),
    "fi": ("FI",),
    "fr": ("FR", "BE", "CH"),
    "hi": ("IN",),
    "hr": ("HR",),
    "hu": ("HU",),
    "id": ("ID",),
    "it": ("IT",),
    "ja": ("JP",),
    "ko": ("KR",),
    "lt": ("LT",),
    "nl": ("NL", "BE"),
    "no": ("NO",),
    "pl": ("PL",),
    "pt-BR": ("BR",),
    "ro": ("RO",),
    "ru": ("RU",),
    "sv-SE": ("SE",),
    "th": ("TH",),
    "tr": ("TR",),
    "uk": ("UA",),
    "vi": ("VN",),
    "zh-CN": ("CN",),
    "zh-TW": ("TW", "HK", "MO"),
}


def likely_regions(locale: str) -> frozenset[str]:
    """Give the countries (ISO 3166) in which a reader with one of Discord's locales is likely.

    There are none for an unknown locale.
    """
    return frozenset(_REGIONS.get(locale, ()))


def likelihood(offered_in: Collection[str], reader_in: Collection[str]) -> int:
    """Tell where a service stands among a reader's: 0 for one of their country's, 1 for one of everywhere, else 2.

    >>> likelihood(["JP"], likely_regions("ja")), likelihood([], ()), likelihood(["CN"], likely_regions("en-US"))
    (0, 1, 2)
    """
    if not offered_in:
        return 1
    return 0 if set(offered_in) & set(reader_in) else 2
