"""Messages of a bot's that are hostile in every field that the sandbox, like Discord, leaves to bots."""

from sandbox.rules.json_types import JsonObject
from tests.page.harm import BACKWARDS, LINKS, SCRIPT, WIDE, ZALGO

QUOTED = 'https://example.org/"><script>alert(1)</script>'
COMPONENTS_V2 = 1 << 15

EMBED: JsonObject = {
    "title": SCRIPT,
    "url": QUOTED,
    "description": f"{SCRIPT} {LINKS} {BACKWARDS} {ZALGO} {WIDE * 900}",
    "color": 0xFFFFFF,
    "author": {"name": SCRIPT, "url": QUOTED, "icon_url": QUOTED},
    "footer": {"text": f"{SCRIPT}{WIDE * 200}", "icon_url": QUOTED},
    "fields": [
        {"name": SCRIPT, "value": WIDE * 1000, "inline": True},
        {"name": ZALGO, "value": BACKWARDS * 20, "inline": True},
        {"name": WIDE * 256, "value": f"{SCRIPT} {LINKS}", "inline": True},
        {"name": BACKWARDS * 5, "value": ZALGO * 3},
    ],
    "image": {"url": QUOTED},
    "thumbnail": {"url": "https://example.org/%E0%A4%A.png"},
    "timestamp": "0001-01-01T00:00:00+00:00",
}
ROWS: list[JsonObject] = [
    {
        "type": 1,
        "components": [
            {"type": 2, "style": 1, "custom_id": SCRIPT[:100], "label": SCRIPT[:80], "emoji": {"name": "🔥"}},
            {"type": 2, "style": 2, "custom_id": "wide", "label": WIDE * 80},
            {"type": 2, "style": 3, "custom_id": "zalgo", "label": ZALGO[:80]},
            {"type": 2, "style": 4, "custom_id": "back", "label": BACKWARDS * 3},
            {"type": 2, "style": 5, "url": QUOTED, "label": SCRIPT[:80]},
        ],
    },
    {
        "type": 1,
        "components": [
            {
                "type": 3,
                "custom_id": "pick",
                "placeholder": SCRIPT[:150],
                "options": [
                    {"label": SCRIPT[:100], "value": SCRIPT[:100], "description": SCRIPT[:100]},
                    {"label": WIDE * 100, "value": "wide", "description": BACKWARDS * 5, "emoji": {"name": "🔥"}},
                    {"label": ZALGO[:100], "value": "zalgo", "description": WIDE * 100},
                ],
            }
        ],
    },
]
LAYOUT: list[JsonObject] = [
    {"type": 10, "content": f"{SCRIPT} {LINKS}\n# {WIDE * 300}"},
    {
        "type": 9,
        "components": [{"type": 10, "content": WIDE * 500}, {"type": 10, "content": ZALGO * 3}],
        "accessory": {"type": 11, "media": {"url": QUOTED}, "description": SCRIPT},
    },
    {
        "type": 9,
        "components": [{"type": 10, "content": BACKWARDS * 9}],
        "accessory": {"type": 2, "style": 1, "custom_id": "beside", "label": WIDE * 80},
    },
    {
        "type": 12,
        "items": [{"media": {"url": QUOTED}, "description": SCRIPT, "spoiler": bool(n % 2)} for n in range(10)],
    },
    {"type": 14, "divider": True, "spacing": 2},
    {
        "type": 17,
        "accent_color": 255,
        "components": [
            {"type": 10, "content": f"`{WIDE * 400}`\n```{SCRIPT}\n{WIDE * 400}\n```"},
            {"type": 1, "components": [{"type": 5, "custom_id": "who", "placeholder": SCRIPT[:150]}]},
            {"type": 1, "components": [{"type": 8, "custom_id": "where", "placeholder": WIDE * 150}]},
        ],
    },
]
CONTENTS = [
    f"{SCRIPT} {LINKS}",
    WIDE * 2000,
    "*" * 2000,
    "[" * 1999 + "x",
    "||" * 1000,
    "<@" * 1000,
    "# " + WIDE * 1900,
    "- " * 900 + "x",
    "> " * 900 + "x",
    "**_~~||" * 200 + "x" + "||~~_**" * 80,
    "```" + "\n" * 1500 + "x```",
    "\n".join("  " * depth + "- " + WIDE * 20 for depth in range(25)),
    ZALGO * 12,
    BACKWARDS * 200,
    "https://example.org/" + "a" * 1900,
    f"[l](https://example.org/{'a' * 1900})",
    "😀" * 900,
    "﷽" * 1900,
    "<t:99999999999999999:R> <t:-1:F> <t:8640000000000:f>",
    "<@1> <@&1> <#1> </nothing at all:1> <:a:1> <a:b:2> <id:customize>",
    "\u2028\u2029\u200b\u2060\ufeff and what shows",
]
ENDLESS = ("W", "*", "_", "`", "[", "<", ">", "|", "#", "-", "\\", ":", "\n", "\u200b", "\u0336", "\u202e", "﷽")
"""Signs of which a text may hold as many as a message takes."""
MOST = 4000
MESSAGES: list[JsonObject] = [
    {"embeds": [EMBED]},
    {"content": SCRIPT, "components": ROWS},
    {"components": LAYOUT, "flags": COMPONENTS_V2},
    *({"content": content[:2000]} for content in CONTENTS),
    *({"components": [{"type": 10, "content": sign * MOST}], "flags": COMPONENTS_V2} for sign in ENDLESS),
]
