"""Which fields of requests Discord's description has for the sandbox's operations, and how each is carried out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sandbox.rules.json_types import JsonObject
from sandbox.rules.unsupported import Operation

JSON_BODY = ("requestBody", "content", "application/json", "schema")
COMBINED = ("oneOf", "anyOf", "allOf")


@dataclass(frozen=True)
class Documented:
    """A field of a schema that an operation's body is made of, or ("query", name) for one of its query."""

    operation: Operation
    schema: str
    field: str


class Walk:
    """Walks the bodies that Discord's description has for operations."""

    def __init__(self, description: JsonObject) -> None:
        self._description = description
        self._schemas: JsonObject = description["components"]["schemas"]

    def fields(self, operation: Operation) -> Iterator[Documented]:
        """Give each field of an operation's query and of its body, at every depth, once."""
        for name in self._parameters(operation):
            yield Documented(operation, "query", name)
        seen: set[str] = set()
        for schema in self._body(operation):
            yield from self._below(operation, "body", schema, seen)

    def resolve(self, operation: Operation, path: str) -> set[Documented]:
        """Give the fields that a path into an operation's body means; a body may be of several schemas."""
        found: set[Documented] = set()
        here = self._objects("body", self._body(operation))
        for step in path.split("."):
            name = step.removesuffix("[]")
            if not name:  # the body is a list itself
                here = self._objects("body", self._items(self._body(operation)))
                continue
            found = {Documented(operation, owner, name) for owner, schema in here if name in schema["properties"]}
            inner = [schema["properties"][name] for _, schema in here if name in schema["properties"]]
            here = self._objects("body", self._items(inner) if step.endswith("[]") else inner)
        return found

    def _parameters(self, operation: Operation) -> list[str]:
        method, template = operation
        known = self._description["paths"].get(template, {}).get(method.lower(), {})
        return [each["name"] for each in known.get("parameters", ()) if each.get("in") == "query"]

    def _body(self, operation: Operation) -> list[JsonObject]:
        method, template = operation
        here = self._description["paths"].get(template, {}).get(method.lower(), {})
        for step in JSON_BODY:
            here = here.get(step, {})
        return [here] if here else []

    def _below(self, operation: Operation, owner: str, schema: JsonObject, seen: set[str]) -> Iterator[Documented]:
        if "$ref" in schema:
            owner = schema["$ref"].split("/")[-1]
            if owner in seen:
                return
            seen.add(owner)
            schema = self._schemas[owner]
        for name, inner in schema.get("properties", {}).items():
            yield Documented(operation, owner, name)
            yield from self._below(operation, f"{owner}.{name}", inner, seen)
        for kind in COMBINED:
            for inner in schema.get(kind, ()):
                yield from self._below(operation, owner, inner, seen)
        if isinstance(schema.get("items"), dict):
            yield from self._below(operation, owner, schema["items"], seen)

    def _objects(self, owner: str, schemas: Sequence[JsonObject]) -> list[tuple[str, JsonObject]]:
        """Give the schemas of objects among these, each with its name."""
        found = []
        for each in schemas:
            name, schema = owner, each
            if "$ref" in each:
                name = each["$ref"].split("/")[-1]
                schema = self._schemas[name]
            if "properties" in schema:
                found.append((name, schema))
            found += [one for kind in COMBINED for one in self._objects(name, schema.get(kind, ()))]
        return found

    def _items(self, schemas: Sequence[JsonObject]) -> list[JsonObject]:
        """Give the schemas of the items of those lists that are among these."""
        found = []
        for each in schemas:
            schema = self._schemas[each["$ref"].split("/")[-1]] if "$ref" in each else each
            found += [schema["items"]] if isinstance(schema.get("items"), dict) else []
            found += [one for kind in COMBINED for one in self._items(schema.get(kind, ()))]
        return found


SHOWN, KEPT = "shown in the message", "kept, and given back with the channel"
CHECKED_SELECT = "checked, shown, and what a person may choose"
COMMAND_FIELD = "checked, kept, given back, and what people are offered"
_OPTION: dict[str, str] = dict.fromkeys(
    ("type", "name", "name_localizations", "description", "description_localizations", "required"), COMMAND_FIELD
)
_NUMBERS = dict.fromkeys(("autocomplete", "choices", "min_value", "max_value"), COMMAND_FIELD)
_NESTED = _OPTION | {"options": COMMAND_FIELD}
_CHOICE = dict.fromkeys(("name", "name_localizations", "value"), COMMAND_FIELD)
_COMMAND = dict.fromkeys(
    (
        *("name", "name_localizations", "description", "description_localizations", "options"),
        *("default_member_permissions", "dm_permission", "contexts", "integration_types"),
    ),
    COMMAND_FIELD,
)
_SELECT = dict.fromkeys(
    ("type", "id", "custom_id", "placeholder", "min_values", "max_values", "disabled"), CHECKED_SELECT
) | {"required": "of a modal's select; in messages it means nothing, as on Discord"}
_AUTO_SELECT = _SELECT | {"default_values": CHECKED_SELECT}
_COMPONENT = {"type": SHOWN, "id": "the sender's, or the next number"}
_MODAL_PART = {"type": "drawn", "id": "the sender's, or the next number"}
_MODAL_INPUT = _MODAL_PART | {"custom_id": "sent back when it is submitted"}
_OPTION_OF_GROUP = dict.fromkeys(("label", "value", "description", "default"), "drawn, and what a person may choose")
_MESSAGE = {
    "content": SHOWN,
    "embeds": SHOWN,
    "components": SHOWN,
    "allowed_mentions": "decides whom the message pings",
    "flags": "those that Discord lets a sender set",
    "attachments": "describes the files that come with it; of an edit, which stay",
}
_PICTURE = {"url": SHOWN} | dict.fromkeys(
    ("width", "height", "placeholder", "placeholder_version", "is_animated", "description"),
    "found out by Discord, whatever is sent",
)
_MADE_BY_DISCORD = "passed over: Discord documents that it can't be set"
_CHANNEL = dict.fromkeys(
    (
        *("name", "position", "topic", "bitrate", "user_limit", "nsfw", "rtc_region", "video_quality_mode"),
        *("default_auto_archive_duration", "default_reaction_emoji", "default_sort_order"),
        *("default_forum_layout", "default_tag_setting"),
    ),
    KEPT,
) | {
    "type": "the types that there are; a directory is refused with 501",
    "rate_limit_per_user": "people wait so long between two messages; bots needn't",
    "parent_id": "a category of the same guild",
    "permission_overwrites": "decide who may do what in the channel",
    "default_thread_rate_limit_per_user": "the slow mode of threads that are begun",
    "available_tags": "what posts may be tagged with",
}
_THREAD = {
    "name": KEPT,
    "auto_archive_duration": KEPT,
    "rate_limit_per_user": "people wait so long between two messages; bots needn't",
}
_TAG = dict.fromkeys(("name", "emoji_id", "emoji_name"), KEPT) | {"moderated": "only who manages threads sets it"}
_ANSWER = {"type": "what kind of answer it is", "data": "the answer"}
CARRIED_OUT: dict[str, dict[str, str]] = {
    "query": {
        **dict.fromkeys(("limit", "before", "after", "around", "query"), "which of them are listed"),
        "with_localizations": "the commands' translations come too",
        "with_counts": "how many are in the guild comes too",
        "with_user_count": "how many are interested comes too",
        "with_member": "the members come too, and page by page",
        "with_response": "what was made is answered",
        "wait": "an interaction is always answered with the message, as on Discord",
        "with_components": "the bot's own messages have them always, as on Discord",
    },
    **{
        f"{kind}ScheduledEvent{how}": dict.fromkeys(
            (
                *("name", "description", "scheduled_start_time", "scheduled_end_time", "privacy_level", "channel_id"),
                *("entity_metadata", *(("status",) if how.startswith("Patch") else ())),
            ),
            "kept, and given back with the event",
        )
        | {"entity_type": "in a voice or stage channel, or elsewhere", "image": "kept, and served under its name"}
        for kind in ("External", "Voice", "Stage")
        for how in ("CreateRequest", "PatchRequestPartial")
    },
    "EntityMetadataExternal": {"location": "kept, and given back with the event"},
    "body": {"messages": "the messages that are deleted"},
    # messages
    "MessageCreateRequest": _MESSAGE
    | {
        "poll": SHOWN,
        "sticker_ids": "refused with 50081, because there are no stickers",
        "message_reference": "the message that is replied to",
        "nonce": "comes back in the answer and the event",
        "enforce_nonce": "with a nonce that was used, no second message is made",
        "tts": "kept, or dropped without the permission",
    },
    "BaseCreateMessageCreateRequest": _MESSAGE
    | {"poll": SHOWN, "sticker_ids": "refused with 50081, because there are no stickers"},
    "MessageEditRequestPartial": _MESSAGE | {"sticker_ids": "refused with 50080"},
    "IncomingWebhookRequestPartial": _MESSAGE | {"poll": SHOWN, "tts": "kept"},
    "IncomingWebhookUpdateRequestPartial": _MESSAGE
    | {"poll": "of an answer that was deferred; elsewhere refused with 501"},
    "IncomingWebhookInteractionRequest": _MESSAGE | {"poll": SHOWN, "tts": "kept"},
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": _MESSAGE,
    "MessageAllowedMentionsRequest": dict.fromkeys(
        ("parse", "users", "roles", "replied_user"), "decides whom the message pings"
    ),
    "MessageAttachmentRequest": {
        "id": "which file is meant",
        "filename": "the file's name",
        "description": "the file's description",
        "title": "the file's title",
        "is_spoiler": "a flag of the file",
        "is_remix": "a flag of the file",
    },
    "MessageReferenceRequest": {
        "message_id": "the message that is replied to",
        "channel_id": "a reply stays in its channel",
        "guild_id": "it follows from the channel",
        "fail_if_not_exists": "a message that is gone is no reason to refuse",
        "type": "replies and forwards",
    },
    "PollCreateRequest": dict.fromkeys(("question", "answers", "allow_multiselect", "layout_type", "duration"), SHOWN),
    "PollAnswerCreateRequest": {"poll_media": SHOWN},
    "PollMediaCreateRequest": dict.fromkeys(("text", "emoji"), SHOWN),
    "PollMedia": {"text": SHOWN, "emoji": "of answers alone, as Discord documents"},
    "PollEmojiCreateRequest": dict.fromkeys(("id", "name"), SHOWN)
    | {"animated": "known of the emoji, whatever is sent"},
    "PollEmoji": dict.fromkeys(("id", "name", "animated"), "of answers alone, as Discord documents"),
    "RichEmbed": dict.fromkeys(
        ("url", "title", "color", "timestamp", "description", "author", "image", "thumbnail", "footer", "fields"), SHOWN
    )
    | dict.fromkeys(("type", "provider", "video"), _MADE_BY_DISCORD),
    "RichEmbedAuthor": dict.fromkeys(("name", "url", "icon_url"), SHOWN),
    "RichEmbedField": dict.fromkeys(("name", "value", "inline"), SHOWN),
    "RichEmbedFooter": dict.fromkeys(("text", "icon_url"), SHOWN),
    "RichEmbedImage": _PICTURE,
    "RichEmbedThumbnail": _PICTURE,
    "RichEmbedProvider": dict.fromkeys(("name", "url"), _MADE_BY_DISCORD),
    "RichEmbedVideo": dict.fromkeys(_PICTURE, _MADE_BY_DISCORD),
    # components
    "ActionRowComponentForMessageRequest": _COMPONENT | {"components": SHOWN},
    "ButtonComponentForMessageRequest": _COMPONENT
    | dict.fromkeys(("custom_id", "style", "label", "disabled", "url", "sku_id", "emoji"), SHOWN),
    "ComponentEmojiForRequest": dict.fromkeys(("id", "name"), SHOWN),
    "ContainerComponentForMessageRequest": _COMPONENT | dict.fromkeys(("accent_color", "components", "spoiler"), SHOWN),
    "FileComponentForMessageRequest": _COMPONENT | dict.fromkeys(("spoiler", "file"), SHOWN),
    "MediaGalleryComponentForMessageRequest": _COMPONENT | {"items": SHOWN},
    "MediaGalleryItemRequest": dict.fromkeys(("description", "spoiler", "media"), SHOWN),
    "SectionComponentForMessageRequest": _COMPONENT | dict.fromkeys(("components", "accessory"), SHOWN),
    "SeparatorComponentForMessageRequest": _COMPONENT | dict.fromkeys(("spacing", "divider"), SHOWN),
    "TextDisplayComponentForMessageRequest": _COMPONENT | {"content": SHOWN},
    "ThumbnailComponentForMessageRequest": _COMPONENT | dict.fromkeys(("description", "spoiler", "media"), SHOWN),
    "UnfurledMediaRequest": {"url": SHOWN},
    "UnfurledMediaRequestWithAttachmentReferenceRequired": {"url": SHOWN},
    "StringSelectComponentForMessageRequest": _SELECT | {"options": CHECKED_SELECT},
    "StringSelectOptionForRequest": _OPTION_OF_GROUP | {"emoji": SHOWN},
    "ChannelSelectComponentForMessageRequest": _AUTO_SELECT | {"channel_types": CHECKED_SELECT},
    **{
        f"{kind}SelectComponentFor{place}Request": _AUTO_SELECT
        for kind in ("User", "Role", "Mentionable")
        for place in ("Message", "Modal")
    },
    **{
        f"{kind}SelectDefaultValue": dict.fromkeys(("type", "id"), CHECKED_SELECT)
        for kind in ("User", "Role", "Channel")
    },
    # modals
    "ModalInteractionCallbackRequestData": dict.fromkeys(("custom_id", "title", "components"), "drawn for the person"),
    "ActionRowComponentForModalRequest": _MODAL_PART | {"components": "drawn"},
    "LabelComponentForModalRequest": _MODAL_PART | dict.fromkeys(("label", "description", "component"), "drawn"),
    "TextDisplayComponentForModalRequest": _MODAL_PART | {"content": "drawn"},
    "TextInputComponentForModalRequest": _MODAL_INPUT
    | dict.fromkeys(
        ("style", "label", "value", "placeholder", "required", "min_length", "max_length"),
        "drawn, and what may be typed",
    ),
    "StringSelectComponentForModalRequest": _SELECT | {"options": CHECKED_SELECT},
    "ChannelSelectComponentForModalRequest": _AUTO_SELECT | {"channel_types": CHECKED_SELECT},
    "CheckboxComponentForModalRequest": _MODAL_INPUT | {"default": "drawn"},
    "CheckboxGroupComponentForModalRequest": _MODAL_INPUT
    | dict.fromkeys(("min_values", "max_values", "required", "options"), "drawn, and what a person may choose"),
    "CheckboxGroupOptionForRequest": _OPTION_OF_GROUP,
    "RadioGroupComponentForModalRequest": _MODAL_INPUT
    | dict.fromkeys(("required", "options"), "drawn, and what a person may choose"),
    "RadioGroupOptionForRequest": _OPTION_OF_GROUP,
    "FileUploadComponentForModalRequest": _MODAL_INPUT
    | dict.fromkeys(("min_values", "max_values", "required"), "checked; a person leaves it empty"),
    # answers to interactions
    "CreateMessageInteractionCallbackRequest": _ANSWER,
    "UpdateMessageInteractionCallbackRequest": _ANSWER,
    "ModalInteractionCallbackRequest": _ANSWER,
    "ApplicationCommandAutocompleteCallbackRequest": _ANSWER,
    "PongInteractionCallbackRequest": {"type": "refused: the gateway sends no ping to answer"},
    "LaunchActivityInteractionCallbackRequest": {"type": "refused, as for an application without an activity"},
    "SocialLayerSKUPurchaseEligibilityInteractionCallbackRequest": dict.fromkeys(
        ("type", "data"), "refused, as for an application without purchases"
    ),
    "SocialLayerSKUPurchaseEligibilityCallbackData": dict.fromkeys(
        ("eligible", "ineligible_reason", "ineligible_reason_description"),
        "refused, as for an application without purchases",
    ),
    **{
        f"InteractionApplicationCommandAutocompleteCallback{kind}Data": {"choices": "what is suggested"}
        for kind in ("String", "Integer", "Number")
    },
    # commands
    "ApplicationCommandCreateRequest": _COMMAND | {"type": COMMAND_FIELD},
    "ApplicationCommandPatchRequestPartial": _COMMAND,
    "ApplicationCommandUpdateRequest": _COMMAND | {"type": COMMAND_FIELD, "id": "the command that it was"},
    "ApplicationCommandStringOption": _OPTION
    | dict.fromkeys(("autocomplete", "min_length", "max_length", "choices"), COMMAND_FIELD),
    "ApplicationCommandIntegerOption": _OPTION | _NUMBERS,
    "ApplicationCommandNumberOption": _OPTION | _NUMBERS,
    "ApplicationCommandChannelOption": _OPTION | {"channel_types": COMMAND_FIELD},
    **{f"ApplicationCommand{kind}Option": _OPTION for kind in ("Attachment", "Boolean", "Mentionable", "Role", "User")},
    "ApplicationCommandSubcommandOption": _NESTED,
    "ApplicationCommandSubcommandGroupOption": _NESTED,
    **{f"ApplicationCommandOption{kind}Choice": _CHOICE for kind in ("String", "Integer", "Number")},
    # channels and threads
    "CreateGuildChannelRequest": _CHANNEL,
    "UpdateGuildChannelRequestPartial": _CHANNEL
    | {"flags": "whether posts need a tag, and whether a media channel's clients offer downloads"},
    "ChannelPermissionOverwriteRequest": dict.fromkeys(("id", "type", "allow", "deny"), KEPT),
    "UpdateDefaultReactionEmojiRequest": dict.fromkeys(("emoji_id", "emoji_name"), KEPT),
    "CreateOrUpdateThreadTagRequest": _TAG,
    "UpdateThreadTagRequest": _TAG | {"id": "the tag that it was"},
    "UpdateDMRequestPartial": {"name": "refused with 50003"},
    "UpdateGroupDMRequestPartial": dict.fromkeys(("name", "icon"), "no channel is a group"),
    "CreateTextThreadWithMessageRequest": _THREAD,
    "CreateTextThreadWithoutMessageRequest": _THREAD
    | {
        "type": "as its channel has them, or private, which it is unless told",
        "invitable": "of private threads: whether those who don't manage threads add others",
    },
    "CreateForumThreadRequest": _THREAD | {"applied_tags": "the forum's own", "message": "the post's first message"},
    "UpdateThreadRequestPartial": _THREAD
    | {
        "archived": "closed, or open again",
        "locked": "only who manages threads writes in it",
        "invitable": "of private threads: whether those who don't manage threads add others",
        "flags": "whether a post is pinned",
        "applied_tags": "the forum's own",
    },
    "CreatePrivateChannelRequest": {"recipient_id": "whom the channel is with"},
}
"""How the sandbox carries out each field, by its schema."""
