"""The words that dates are typed with and what each means: in English, Japanese, Chinese and Korean, some in others.

What a language calls its months, weekdays and days from now is left to `bot.dates.reading.languages`, if it isn't here.
"""

import enum
import re
from collections.abc import Callable, Mapping

from bot.dates.airdate import Season

Parts = tuple[tuple[str, object], ...]
"""Parts of `bot.dates.reading.tokens.ParsedDate` and their values."""
Meaning = Callable[[re.Match[str]], Parts | None]
"""What a match of a pattern means; None where it isn't what it looked like."""


class DayPart(enum.StrEnum):
    """A part of the day that is named beside a clock or a day; `AM` and `PM` are the halves of the CJK languages."""

    AM = "am"
    PM = "pm"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    LATE_NIGHT = "late_night"


MONTH_WORDS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The months' names, without case."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KANJI_DAYS = "月火水木金土日"


def _one(part: str, names: Mapping[str, object]) -> dict[str, Parts]:
    return {name: ((part, value),) for name, value in names.items()}


def _names(words: tuple[str, ...], first: int) -> dict[str, object]:
    """Give words by themselves and cut to three letters, and the numbers they stand for."""
    return {name: at for at, word in enumerate(words, first) for name in (word, word[:3])}


SKIPPED = (
    *("at", "on", "of", "the", "in", "and", "year", "time"),
    *("coming", "season", "anime", "de", "del", "im", "le", "el"),
    *("from", "starting", "starts", "start", "begins", "beginning on", "premieres", "premiering", "premiere", "airs"),
    *("airing", "release", "released", "releases", "broadcast", "date", "sharp", "exactly", "slated for", "set for"),
    *("ab dem", "vom", "à partir de", "desde", "a partir de", "dès", "las", "los", "à", "um"),
    *(
        "の",
        "に",
        "は",
        "へ",
        "で",
        "アニメ",
        "放送",
        "クール",
        "期",
        "から",
        "より",
        "開始",
        "スタート",
        "放送開始",
        "放送予定",
    ),
    *("moved to", "auf den", "以降", "以後", "到", "至", "due", "a las", "a la", "alle ore", "às", "kl.", "klo"),
    *(
        "予定",
        "配信",
        "配信開始",
        "公開",
        "公開予定",
        "発売",
        "開幕",
        "新番",
        "ごろから",
        "祝",
        "開播",
        "开播",
        "上映",
        "播出",
    ),
    *("부터", "에", "로", "으로", "방영", "개봉", "예정", "방송", "시작"),
)
"""What means nothing by itself."""
VAGUE = (
    *("early", "mid", "middle", "late", "end", "beginning"),
    *("first half", "second half", "h1", "h2", "around", "about"),
    *("circa", "ca", "sometime", "some time", "by the end", "anfang", "mitte", "ende", "début", "fin"),
    *("principios", "finales"),
    *(
        "上旬",
        "中旬",
        "下旬",
        "初旬",
        "初頭",
        "前半",
        "後半",
        "上半期",
        "下半期",
        "上半年",
        "下半年",
        "頃",
        "ごろ",
        "末",
    ),
    *("年内", "上半", "中", "内", "初", "초", "말", "중순", "상반기", "하반기"),
)
"""What means a part of a month, a season or a year: the whole is kept, which is as exact as anyone can be held to."""

_BOUNDS = (
    *("before", "after", "not before", "no earlier than", "earlier than", "later than", "prior to", "until", "till"),
    *("nach dem", "vor dem", "bis zum", "après", "avant", "jusqu'à", "jusqu'au", "después de", "antes de"),
    "hasta",
    *("después del", "antes del", "dopo", "prima di", "fino a", "depois de", "antes de", "até", "после", "до"),
    *("以前", "より前", "より後", "之前", "之后", "之後", "以后", "이전"),
)
"""What makes another date of the one beside it, which nobody knows."""

_JAPANESE_WHEN = ("", "日", "日時", "時期", "開始", "開始日", "開始日時", "開始時期")
_JAPANESE_EVENTS = (
    *("", "日程", "日時", "時期", "詳細"),
    *(f"{what}{when}" for what in ("放送", "公開", "配信", "発売", "開催", "開始") for when in _JAPANESE_WHEN),
)
"""What has no date in Japanese texts, nothing said of it included."""
_UNDATED = (
    *("tba", "tbd", "tbc", "unknown", "unannounced", "undecided", "to be announced", "to be determined"),
    *(
        "to be decided",
        "to be confirmed",
        "not announced",
        "not yet announced",
        "no date",
        "no date yet",
        "coming soon",
    ),
    *("not yet known", "date unknown", "unbekannt", "noch nicht bekannt", "noch unbekannt"),
    "wird noch bekannt gegeben",
    *("à déterminer", "à confirmer", "à venir", "date inconnue", "inconnu", "por anunciar", "por confirmar"),
    *("por determinar", "próximamente", "sin fecha", "a definir", "em breve", "da definire", "da annunciare"),
    *(
        "prossimamente",
        "неизвестно",
        "скоро",
        *(f"{what}{how}" for what in _JAPANESE_EVENTS for how in ("未定", "未発表", "調整中")),
        *(f"{how}{what}" for how in ("近日", "後日") for what in ("", "公開", "発表", "放送", "配信", "発売", "開催")),
        "미정",
        "미발표",
        "待定",
        "未公布",
        "待公布",
    ),
    *("敬请期待", "敬請期待", "onbekend", "nieznana", "belirsiz", "chưa rõ"),
)
_POSTPONED = (
    *(
        "postponed",
        "delayed",
        "pushed",
        "pushed back",
        "postponed indefinitely",
        *("until further notice", "postponed until further notice", "delayed until further notice"),
        "delayed indefinitely",
        "indefinitely postponed",
        "on hold",
    ),
    *("on hiatus", "hiatus", "indefinite", "indefinitely", "rescheduled", "verschoben"),
    "auf unbestimmte zeit verschoben",
    *("reporté", "reportée", "repoussé", "repoussée", "retardé", "ajourné", "aplazado", "aplazada", "pospuesto"),
    *("pospuesta", "retrasado", "retrasada", "postergado", "rinviato", "rinviata", "posticipato", "posticipata"),
    *("adiado", "adiada", "atrasado", "atrasada", "uitgesteld", "przełożone", "przełożony", "opóźnione", "odłożone"),
    *("отложено", "отложен", "отложена", "перенесено", "перенесён", "перенесен", "перенесена", "відкладено"),
    *(
        "перенесено",
        *(
            f"{what}延期{how}"
            for what in _JAPANESE_EVENTS
            for how in ("", "中", "決定", "になりました", "となりました")
        ),
        "無期限延期",
        "無期延期",
        "推迟",
        "推遲",
        "延后",
    ),
    *("延後", "延播", "跳票", "연기", "연기됨", "연기되었습니다", "무기한 연기", "hoãn", "bị hoãn", "hoãn lại", "เลื่อน"),
    "เลื่อนออกไป",
    *("ditunda", "ertelendi", "udskudt", "uppskjuten", "framskjuten", "utsatt", "lykätty", "siirretty", "odloženo"),
    *("odloženo na neurčito", "elhalasztva", "elhalasztották", "amânat", "amânată", "отложено", "αναβλήθηκε"),
    *("odgođeno", "atidėta", "स्थगित"),
)
"""Without a date beside them they mean that there is none any more."""
_TO_ENGLISH = ("to", "until", "till", "for", "by")
_TO_OTHERS = (
    "auf",
    "auf den",
    "auf das",
    "au",
    "à",
    "en",
    "al",
    "a",
    "hasta",
    "para",
    "al día",
    "na",
    "на",
    "op",
    "naar",
)
_THIS_PART = {
    "morning": DayPart.MORNING,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
    "night": DayPart.NIGHT,
}
_DAY_PARTS: dict[str, DayPart] = {
    **_THIS_PART,
    **{f"in the {name}": part for name, part in _THIS_PART.items()},
    "at night": DayPart.NIGHT,
    "late night": DayPart.LATE_NIGHT,
    "late evening": DayPart.EVENING,
    **dict.fromkeys(("午前", "上午", "오전"), DayPart.AM),
    **dict.fromkeys(("午後", "下午", "오후"), DayPart.PM),
    **dict.fromkeys(("朝", "早朝", "早上", "早晨", "清晨"), DayPart.MORNING),
    **dict.fromkeys(("凌晨", "未明", "明け方", "아침", "새벽"), DayPart.MORNING),
    **dict.fromkeys(("昼", "お昼", "昼間", "中午", "점심", "낮"), DayPart.NOON),
    **dict.fromkeys(("夕方", "夕", "夕刻", "傍晚", "저녁"), DayPart.EVENING),
    **dict.fromkeys(("夜", "晩", "晚", "晚上", "夜晚", "夜里", "夜間", "밤"), DayPart.NIGHT),
    **dict.fromkeys(("深夜", "半夜", "真夜中の", "심야", "한밤"), DayPart.LATE_NIGHT),
    **dict.fromkeys(("morgens", "vormittags", "vormittag", "früh", "am morgen", "in der früh"), DayPart.MORNING),
    **dict.fromkeys(("nachmittags", "nachmittag", "am nachmittag"), DayPart.AFTERNOON),
    **dict.fromkeys(("abends", "abend", "am abend"), DayPart.EVENING),
    **dict.fromkeys(("nachts", "nacht", "in der nacht"), DayPart.NIGHT),
    **dict.fromkeys(("du matin", "matin", "le matin", "au matin"), DayPart.MORNING),
    **dict.fromkeys(("de l'après-midi", "après-midi", "l'après-midi"), DayPart.AFTERNOON),
    **dict.fromkeys(("du soir", "soir", "le soir", "au soir", "dans la soirée"), DayPart.EVENING),
    **dict.fromkeys(("de la nuit", "la nuit"), DayPart.NIGHT),
    **dict.fromkeys(
        ("de la mañana", "por la mañana", "da manhã", "de manhã", "del mattino", "di mattina"), DayPart.MORNING
    ),
    **dict.fromkeys(
        ("de la tarde", "por la tarde", "da tarde", "à tarde", "del pomeriggio", "di pomeriggio"), DayPart.PM
    ),
    **dict.fromkeys(
        ("de la noche", "por la noche", "da noite", "à noite", "di sera", "della sera", "di notte"), DayPart.NIGHT
    ),
    **dict.fromkeys(("утра", "утром"), DayPart.MORNING),
    **dict.fromkeys(("дня", "днём", "днем"), DayPart.AFTERNOON),
    **dict.fromkeys(("вечера", "вечером"), DayPart.EVENING),
    **dict.fromkeys(("ночи", "ночью"), DayPart.NIGHT),
    **dict.fromkeys(("'s avonds", "avond"), DayPart.EVENING),
    **dict.fromkeys(("'s ochtends", "'s morgens", "ochtend"), DayPart.MORNING),
    **dict.fromkeys(("'s middags",), DayPart.AFTERNOON),
    **dict.fromkeys(("'s nachts",), DayPart.NIGHT),
    **dict.fromkeys(("rano",), DayPart.MORNING),
    **dict.fromkeys(("po południu",), DayPart.AFTERNOON),
    **dict.fromkeys(("wieczorem", "wieczór"), DayPart.EVENING),
    **dict.fromkeys(("w nocy",), DayPart.NIGHT),
}


def _day_with(days_on: int, part: DayPart, *names: str) -> dict[str, Parts]:
    return dict.fromkeys(names, (("days_on", days_on), ("day_part", part)))


_RELATIVE: dict[str, Parts] = {
    **_one(
        "days_on",
        {
            **dict.fromkeys(("day before yesterday", "一昨日", "おととい", "前天", "그저께"), -2),
            **dict.fromkeys(("yesterday", "昨日", "昨天", "어제"), -1),
            **dict.fromkeys(("today", "今日", "本日", "きょう", "今天", "오늘"), 0),
            **dict.fromkeys(("tomorrow", "tmr", "tmrw", "tomorow", "明日", "あした", "明天", "내일"), 1),
            **dict.fromkeys(("day after tomorrow", "明後日", "あさって", "后天", "後天", "모레", "overmorrow"), 2),
            **dict.fromkeys(("しあさって", "明々後日", "大后天", "大後天", "글피"), 3),
        },
    ),
    **_day_with(0, DayPart.NIGHT, "tonight", "tonite", "this night", "今夜", "今晩", "今晚", "오늘밤", "오늘 밤"),
    **_day_with(0, DayPart.NIGHT, "heute nacht", "cette nuit", "esta noche", "stanotte", "hoje à noite"),
    **_day_with(0, DayPart.EVENING, "this evening", "heute abend", "ce soir", "stasera", "vanavond", "今夕"),
    **_day_with(0, DayPart.MORNING, "this morning", "今朝", "今早", "ce matin", "esta mañana", "stamattina"),
    **_day_with(0, DayPart.AFTERNOON, "this afternoon", "cet après-midi", "esta tarde"),
    **_day_with(-1, DayPart.NIGHT, "last night", "昨夜", "昨晩", "昨晚"),
    **_day_with(1, DayPart.NIGHT, "明晩", "明晚", "明夜", "내일밤"),
    **_day_with(1, DayPart.MORNING, "明朝", "明早"),
    **_one(
        "weeks_on",
        {
            **dict.fromkeys(("last week", "先週", "上周", "上週", "지난주", "지난 주"), -1),
            **dict.fromkeys(("this week", "今週", "本周", "本週", "这周", "這週", "이번주", "이번 주"), 0),
            **dict.fromkeys(("next week", "来週", "下周", "下週", "다음주", "다음 주"), 1),
            **dict.fromkeys(("week after next", "再来週", "下下周", "下下週", "다다음주"), 2),
        },
    ),
    **_one(
        "months_on",
        {
            **dict.fromkeys(("last month", "先月", "上个月", "上個月", "지난달"), -1),
            **dict.fromkeys(("this month", "今月", "这个月", "這個月", "本月", "이번달", "이번 달"), 0),
            **dict.fromkeys(("next month", "来月", "下个月", "下個月", "다음달", "다음 달"), 1),
            **dict.fromkeys(("month after next", "再来月"), 2),
        },
    ),
    **_one("quarters_on", {"last quarter": -1, "this quarter": 0, "next quarter": 1}),
    **_one(
        "seasons_on",
        {
            **dict.fromkeys(
                ("last season", "previous season", "prev season", "past season", "前期", "前季", "上季"), -1
            ),
            **dict.fromkeys(("this season", "current season", "今期", "今季", "本季"), 0),
            **dict.fromkeys(("next season", "coming season", "upcoming season", "来期", "来季", "下季"), 1),
        },
    ),
    **_one(
        "years_on",
        {
            **dict.fromkeys(("last year", "去年", "昨年", "작년"), -1),
            **dict.fromkeys(("this year", "今年", "本年", "올해"), 0),
            **dict.fromkeys(("next year", "来年", "明年", "내년"), 1),
            **dict.fromkeys(("year after next", "再来年", "后年", "後年", "내후년"), 2),
        },
    ),
    **_one(
        "which",
        {
            **dict.fromkeys(("last", "previous", "prev", "past", "letzten", "dernier", "dernière", "지난"), -1),
            **dict.fromkeys(("this", "current", "diesen", "dieses", "diese", "이번"), 0),
            **dict.fromkeys(
                ("next", "upcoming", "今度の", "次の", "nächsten", "nächster", "nächstes", "nächste", "kommenden"), 1
            ),
            **dict.fromkeys(("prochain", "prochaine", "próximo", "próxima", "que viene", "prossimo", "prossima"), 1),
            **dict.fromkeys(("volgende", "следующий", "следующую", "다음"), 1),
        },
    ),
    **{
        f"{sign}{name}": ((("years_on", ahead), ("season", season)) if ahead else (("which", 0), ("season", season)))
        for sign, ahead in (("今", 0), ("来", 1), ("昨", -1))
        for name, season in zip("冬春夏秋", Season, strict=True)
    },
}
_SEASONS = (
    ("冬", "春", "夏", "秋"),
    ("冬季", "春季", "夏季", "秋季"),
    ("겨울", "봄", "여름", "가을"),
    ("hiver", "printemps", "été", "automne"),
    ("invierno", "primavera", "verano", "otoño"),
    ("inverno", "primavera", "verão", "outono"),
    ("inverno", "primavera", "estate", "autunno"),
    ("winter", "frühling", "sommer", "herbst"),
    ("зима", "весна", "лето", "осень"),
    ("зимой", "весной", "летом", "осенью"),
)
"""The seasons' names, Winter first. Other words of these languages are left to `bot.dates.reading.languages`."""
_CALENDAR: dict[str, Parts] = {
    **_one("month", _names(MONTH_WORDS, 1) | {"sept": 9}),
    **_one("weekday", _names(_DAYS, 0) | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}),
    **_one("weekday", {f"{sign}曜{end}": at for at, sign in enumerate(_KANJI_DAYS) for end in ("日", "")}),
    **_one("weekday", {f"({sign}{more})": at for at, sign in enumerate(_KANJI_DAYS) for more in ("", "・祝", "祝")}),
    **_one("weekday", {f"{sign}요일": at for at, sign in enumerate("월화수목금토일")}),
    **_one("weekday", {f"({sign})": at for at, sign in enumerate("월화수목금토일")}),
    **_one(
        "weekday",
        {
            f"{week}{sign}": at
            for week in ("星期", "礼拜", "禮拜", "周", "週")
            for at, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
            for sign in signs
        },
    ),
    **{
        f"{which}{week}{sign}": (("weeks_on", weeks), ("weekday", at))
        for which, weeks in (("这", 0), ("這", 0), ("本", 0), ("下", 1), ("下下", 2), ("上", -1))
        for week in ("星期", "礼拜", "禮拜", "周", "週", "个星期")
        for at, signs in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
        for sign in signs
    },
    **_one("season", {season.value: season for season in Season} | {"autumn": Season.FALL}),
    **_one("season", {name: season for names in _SEASONS for name, season in zip(names, Season, strict=True)}),
    **_one("season", {f"{sign}期": season for sign, season in zip("冬春夏秋", Season, strict=True)}),
    **_one("season", {"win": Season.WINTER, "spr": Season.SPRING, "aut": Season.FALL, "summers": Season.SUMMER}),
    "christmas": (("month", 12), ("day", 25)),
    "christmas day": (("month", 12), ("day", 25)),
    "christmas eve": (("month", 12), ("day", 24)),
    "new year's eve": (("month", 12), ("day", 31)),
    "new year's day": (("month", 1), ("day", 1)),
    "大晦日": (("month", 12), ("day", 31)),
    "元日": (("month", 1), ("day", 1)),
    "元旦": (("month", 1), ("day", 1)),
    **_one(
        "quarter",
        {
            f"{name} quarter": at
            for at, names in enumerate((("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th")), 1)
            for name in names
        },
    ),
}
VOCABULARY: dict[str, Parts] = {
    **dict.fromkeys(SKIPPED, ()),
    **_RELATIVE,
    **_CALENDAR,
    **dict.fromkeys(VAGUE, (("is_vague", True),)),
    **dict.fromkeys(_BOUNDS, (("is_bound", True),)),
    **_one("day_part", _DAY_PARTS),
    **_one("is_tba", dict.fromkeys(_UNDATED, True)),
    **_one("is_postponed", dict.fromkeys(_POSTPONED, True)),
    **_one("is_postponed", {f"{word} {to}": True for word in _POSTPONED if word.isascii() for to in _TO_ENGLISH}),
    **_one("is_postponed", {f"{word} {to}": True for word in _POSTPONED for to in _TO_OTHERS}),
}
"""Every word or phrase, without case, and what it says."""
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ),
        1,
    )
}
"""Days of a month in English words."""
