"""Makes the readings of Japanese titles that come with Yokoku: run with the snapshot, and by nothing at runtime.

    python -m bot.catalogue.romanise data.json

It needs SudachiPy with a dictionary (`requirements-snapshot.lock`), which says how words are read. That is a guess for
many a title, so a reading is something to be found by, and never shown.
"""

import json
import lzma
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bot.catalogue.readings import READINGS, is_japanese

_PARTICLES: Final = {"は": "ワ", "へ": "エ", "を": "オ"}
"""Particles that are said otherwise than they are written."""
_KNOWN: Final = {
    "転生": "テンセイ",  # the dictionary has テンショウ first, which no title means
    "鬼滅": "キメツ",
    "廻戦": "カイセン",
    "喰種": "グール",
    "喰霊": "ガレイ",
    "四月": "シガツ",
    "3月": "サンガツ",
    "七つの": "ナナツノ",
    "刃": "ヤイバ",
    "物語": "モノガタリ",
    "化物語": "バケモノガタリ",
    "偽物語": "ニセモノガタリ",
    "刀語": "カタナガタリ",
    "宝石の国": "ホウセキノクニ",
    "賭ケグルイ": "カケグルイ",
    "銀の匙": "ギンノサジ",
    "屍鬼": "シキ",
    "灰羽": "ハイバネ",
    "東京卍": "トウキョウ",
    "魔入りました": "マイリマシタ",
    "入間": "イルマ",
    "聖☆おにいさん": "セイントオニイサン",
    "血界戦線": "ケッカイセンセン",
    "役員共": "ヤクインドモ",
    "冴えない彼女": "サエナイヒロイン",
    "炎炎": "エンエン",
    "頭文字D": "イニシャルディー",
    "亜人ちゃん": "デミチャン",
    "禁書目録": "index",
    "超電磁砲": "railgun",
    "一方通行": "accelerator",
    "祓魔師": "exorcist",
    "英雄譚": "cavalry",
}
"""How titles have words read that the dictionary has otherwise, or not at all; some as an English word."""
_LOANWORDS: Final = {
    "レベルアップ": "level up",
    "レベル": "level",
    "スキル": "skill",
    "チート": "cheat",
    "ギルド": "guild",
    "スローライフ": "slow life",
    "ハーレム": "harem",
    "テイマー": "tamer",
    "ステータス": "status",
    "ダンジョン": "dungeon",
    "クエスト": "quest",
    "ゲーム": "game",
    "オンライン": "online",
    "ファンタジー": "fantasy",
    "パーティ": "party",
    "パーティー": "party",
}
"""Loanwords that no pair of titles shows."""
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々〆ヶ]+")
_KATAKANA: Final = re.compile(r"[ァ-ヴー]{2,}")
_AS_IT_IS: Final = re.compile(
    rf"{'|'.join(sorted(_KNOWN, key=len, reverse=True))}"
    r"|第\s*[0-9一二三四五六七八九十]+\s*(?:期|部|章|クール)|[A-Za-z][A-Za-z' ]*"
)
"""What the dictionary isn't asked about. The number of a season or a part stays as it is: it is read as that."""
_ENDINGS: Final = frozenset({"助動詞", "接尾辞"})

# Hepburn, as AniList and MyAnimeList write it, with long vowels spelled out.
_VOWELS: Final = "aiueo"
_ROWS: Final = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "s": "サシスセソ",
    "t": "タチツテト",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
    "g": "ガギグゲゴ",
    "z": "ザジズゼゾ",
    "d": "ダヂヅデド",
    "b": "バビブベボ",
    "p": "パピプペポ",
}
_SYLLABLES: Final[dict[str, str]] = {
    **{kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, _VOWELS, strict=True)},
    "シ": "shi",
    "チ": "chi",
    "ツ": "tsu",
    "フ": "fu",
    "ジ": "ji",
    "ヂ": "ji",
    "ヅ": "zu",
    "ヤ": "ya",
    "ユ": "yu",
    "ヨ": "yo",
    "ワ": "wa",
    "ヰ": "i",
    "ヱ": "e",
    "ヲ": "o",
    "ン": "n",
    "ヴ": "vu",
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ヮ": "wa",
    "ヵ": "ka",
    "ヶ": "ka",
}
_SMALL: Final = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo"}
_HARD: Final = ("sh", "ch", "j")


def romaji_of(kana: str) -> str:
    """Write katakana in Latin letters, in Hepburn's way.

    >>> romaji_of("ティーチャー"), romaji_of("ソウソウ"), romaji_of("ヴァイオレット"), romaji_of("マッチ")
    ('tiichaa', 'sousou', 'vaioretto', 'matchi')
    """
    written: list[str] = []
    doubled = False
    for sign in kana:
        if sign == "ッ":
            doubled = True
            continue
        if sign == "ー":
            written.append(written[-1][-1] if written else "")
            continue
        syllable = _SYLLABLES.get(sign, "")
        if sign in _SMALL and written:
            written[-1] = _joined(written[-1], _SMALL[sign])
            continue
        if doubled and syllable:
            syllable = ("t" if syllable.startswith("ch") else syllable[0]) + syllable
            doubled = False
        written.append(syllable)
    return "".join(written)


def _joined(before: str, small: str) -> str:
    """Write a syllable with a small kana behind it: キャ, シェ, ティ, ファ."""
    stem = before[:-1]
    if small.startswith("y"):
        return stem + (small[1:] if stem.endswith(_HARD) else small)
    if before in {"u", "vu", "fu", "tsu"}:
        return {"u": "w"}.get(before, before[:-1]) + small
    if before.endswith(_HARD) or stem:
        return stem + small
    return before + small


_SOUNDS: Final = (
    ("ph", "f"),
    ("tch", "ch"),
    ("th", "s"),
    ("sh", "s"),
    ("ck", "k"),
    ("qu", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("ch", "t"),
    ("ts", "t"),
    ("c", "k"),
    ("l", "r"),
    ("v", "b"),
    ("j", "z"),
    ("g", "g"),
    ("m", "n"),
    ("w", ""),
    ("y", ""),
    ("h", ""),
)
"""What sounds alike in Japanese, or isn't heard."""
_NOT_HEARD: Final = re.compile(r"[^bdfgknprstz]")
_FEWEST_SOUNDS, _MOST_WORDS = 2, 3


def sounds_of(written: str) -> str:
    """Give the consonants by which a Japanese writing of an English word is known again.

    >>> sounds_of("suraimu") == sounds_of("Slime"), sounds_of("reberuappu") == sounds_of("level up")
    (True, True)
    """
    text = written.lower().replace(" ", "")
    for sound, heard in _SOUNDS:
        text = text.replace(sound, heard)
    return re.sub(r"(.)\1+", r"\1", _NOT_HEARD.sub("", text))


class Romaniser:
    """Reads Japanese titles. `loanwords` are katakana words, each with how it is spelled where it comes from."""

    def __init__(self, loanwords: Mapping[str, str]) -> None:
        from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 - it isn't there where nobody makes readings

        self._words = Dictionary(dict="core").tokenizer(mode=SplitMode.C)
        self._loanwords = loanwords

    def readings(self, title: str) -> tuple[str, ...]:
        """Write a title in Latin letters, and once more with the loanwords as they are spelled elsewhere.

        What isn't Japanese in it, and its season's number, stays as it is.
        """
        text = unicodedata.normalize("NFKC", title)
        plain = self._written(text)
        spelled = self._written(_KATAKANA.sub(lambda word: f" {self._loanwords.get(word[0], word[0])} ", text))
        return tuple(dict.fromkeys(each for each in (plain, spelled) if each and each != title))

    def _written(self, text: str) -> str:
        read, at = list[str](), 0
        for kept in _AS_IT_IS.finditer(text):
            read += [
                *self._words_of(text[at : kept.start()]),
                romaji_of(_KNOWN[kept[0]]) if kept[0] in _KNOWN else kept[0],
            ]
            at = kept.end()
        return " ".join(" ".join([*read, *self._words_of(text[at:])]).split())

    def _words_of(self, text: str) -> Iterator[str]:
        """Yield the words of a text; what is inflected is one with its stem: "shitara", "datta"."""
        stem = ""
        for word in self._words.tokenize(text) if text else ():
            surface, kana, kind = word.surface(), word.reading_form(), word.part_of_speech()[0]
            is_read = bool(_JAPANESE.fullmatch(surface) and kana and not _JAPANESE.sub("", kana))
            if kind == "助詞":
                kana = _PARTICLES.get(surface, kana)
            if stem and is_read and kind in _ENDINGS:
                stem += kana
                continue
            yield romaji_of(stem)
            stem = kana if is_read else ""
            yield "" if is_read else surface
        yield romaji_of(stem)


def loanwords_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Find how katakana words are spelled elsewhere, in pairs of a series' Japanese title and its English one.

    A word that sounds alike in both is the same word, spelled as most of the titles do.
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for japanese, english in pairs:
        words = re.findall(r"[A-Za-z][A-Za-z']*", english)
        spellings = {
            sounds_of(" ".join(words[at : at + many])): " ".join(words[at : at + many])
            for many in range(_MOST_WORDS, 0, -1)
            for at in range(len(words) - many + 1)
        }
        for word in _KATAKANA.findall(unicodedata.normalize("NFKC", japanese)):
            sounds = sounds_of(romaji_of(word))
            if len(sounds) >= _FEWEST_SOUNDS and sounds in spellings:
                spelled[word][spellings[sounds].lower()] += 1
    return _LOANWORDS | {word: ways.most_common(1)[0][0] for word, ways in spelled.items()}


def readings_of(whole: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401 - a file's content
    """Read the Japanese titles of bangumi-data's file."""
    english = ((item["title"], each) for item in whole["items"] for each in item["titleTranslate"].get("en", ()))
    romaniser = Romaniser(loanwords_of(english))
    found = {title: romaniser.readings(title) for title in dict.fromkeys(native_titles(whole)) if is_japanese(title)}
    return {title: readings for title, readings in sorted(found.items()) if readings}


def native_titles(whole: Any) -> Iterator[str]:  # noqa: ANN401 - a file's content
    """Yield the Japanese titles of bangumi-data's file."""
    for item in whole["items"]:
        if item["lang"] == "ja":
            yield item["title"]
        yield from item["titleTranslate"].get("ja", ())


if __name__ == "__main__":
    made = readings_of(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    lines = sorted("\t".join((title, *readings)).encode() + b"\n" for title, readings in made.items())
    size = READINGS.write_bytes(lzma.compress(b"".join(lines), preset=9 | lzma.PRESET_EXTREME))
    print(f"{READINGS} has the readings of {len(made):,} titles, {size:,} bytes.")
