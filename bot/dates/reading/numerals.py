"""Numbers in other scripts and languages as ASCII digits: "٢٠٢٤", "１０", "1½", "zwei"."""

import re
import unicodedata

_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_FRACTION = re.compile(r"([0-9]?) ?([½¼¾])")


def in_digits(text: str) -> str:
    """Write every decimal digit of any script as ASCII has it, and halves and quarters as decimals.

    >>> in_digits("١½")
    '1.5'
    """
    text = "".join(
        str(unicodedata.decimal(sign)) if not sign.isascii() and unicodedata.decimal(sign, None) is not None else sign
        for sign in text
    )
    return _FRACTION.sub(lambda match: f"{match[1] or 0}.{_FRACTIONS[match[2]]}", text)


GERMAN_HOURS = {
    word: number
    for number, word in enumerate(
        ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"), 1
    )
}
_COUNTED = (
    tuple(GERMAN_HOURS)[1:],
    ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    ("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
    ("due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"),
    ("dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze"),
    ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    ("два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    ("две",),
    ("dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć"),
    ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"),
)
_ONES = ("ein", "eine", "einer", "einem", "un", "une", "una", "uma", "een", "одну", "jeden")
_NUMBERS = {word: number for words in _COUNTED for number, word in enumerate(words, 2)} | dict.fromkeys(_ONES, 1)
_WORD = re.compile(r"[^\W\d_]+")


def counted_in_digits(text: str) -> str:
    """Write the words for 1 to 12 in a text in another language than English as digits.

    >>> counted_in_digits("in zwei wochen")
    'in 2 wochen'
    """
    return _WORD.sub(lambda match: str(_NUMBERS.get(match[0], match[0])), text)
