"""Bodies of requests, made at random from the schemas of Discord's description, some of them spoilt."""

from random import Random

from sandbox.rules.json_types import JsonObject, JsonValue

WRONG: list[JsonValue] = [
    *(None, True, 0, -1, 1.5, 2**70, "", "x", "\0", "é" * 30, "9" * 5000, [], [None], {}, {"a": 1}, [[]]),
    *("@everyone <@&1> <@1>", "https://example.org", "attachment://a"),
]
SIGNS = "abcé<@!&#1>*_`\n\u202e😀"
INSTANTS = ("2024-01-01T00:00:00Z", "2024", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "x")
ADDRESSES = ("https://example.org/a", "http://", "javascript:x", "attachment://f", "https://[::1")
DEEPEST = 7


class Bodies:
    """Makes bodies. `ids` are the snowflakes to choose from; `spoilt` is how many of a hundred values are wrong."""

    def __init__(self, schemas: JsonObject, random: Random, ids: list[str], spoilt: int) -> None:
        self._schemas = schemas
        self._random = random
        self._ids = ids
        self._spoilt = spoilt / 100

    def make(self, schema: JsonObject, depth: int = 0) -> JsonValue:
        """Make a value that a schema describes, or one that it doesn't."""
        chance = self._random
        while "$ref" in schema:
            schema = self._schemas[schema["$ref"].split("/")[-1]]
        if chance.random() < self._spoilt or depth > DEEPEST:
            return chance.choice(WRONG)
        for kinds in ("oneOf", "anyOf", "allOf"):
            if kinds in schema:
                return self.make(chance.choice(schema[kinds]), depth + 1)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return chance.choice(schema["enum"])
        kind = schema.get("type")
        return self._of_type(chance.choice(kind) if isinstance(kind, list) else kind, schema, depth)

    def _of_type(self, kind: str | None, schema: JsonObject, depth: int) -> JsonValue:
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            least, most = schema.get("minItems", 0), min(schema.get("maxItems", 3), 6)
            count = self._random.randint(least, max(least, most))
            return [self.make(schema.get("items", {}), depth + 1) for _ in range(count)]
        if kind == "string":
            return self._text(schema)
        if kind in ("integer", "number"):
            least, most = schema.get("minimum", -5), schema.get("maximum", 50)
            return self._random.choice([least, most, least - 1, most + 1])
        return self._random.random() < 0.5 if kind == "boolean" else None

    def _object(self, schema: JsonObject, depth: int) -> JsonObject:
        required = schema.get("required", ())
        return {
            name: self.make(each, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if name in required or self._random.random() < 0.3
        }

    def _text(self, schema: JsonObject) -> str:
        chance = self._random
        chosen = {"snowflake": self._ids, "uri": ADDRESSES, "date-time": INSTANTS}.get(schema.get("format", ""))
        if chosen is not None:
            return chance.choice(chosen)
        least, most = schema.get("minLength", 0), min(schema.get("maxLength", 5), 7000)
        length = chance.choice([least, most, most + 1, chance.randint(1, 5)])
        return "".join(chance.choice(SIGNS) for _ in range(length))
