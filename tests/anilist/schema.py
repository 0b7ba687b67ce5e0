"""AniList's schema, with resolvers that find and sort media as AniList does."""

import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    build_schema,
)
from graphql.execution.values import get_argument_values

from bot.folding import fold
from tests.anilist.world import Media, World

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "anilist.graphql"
PAGE_MOST, ROWS_MOST = 50, 25
MOST_COMPLEX = 500
LYING_TOTAL = 5000
"""AniList: "not guaranteed to be accurate". Here it never is."""

Info: TypeAlias = "GraphQLResolveInfo[Any]"
Filter: TypeAlias = Callable[[Media, Any], bool]


@functools.cache
def schema() -> GraphQLSchema | None:
    """The schema with its resolvers; None where the file isn't there."""
    if not SCHEMA.is_file():
        return None
    built = build_schema(SCHEMA.read_text(encoding="utf-8"), assume_valid=True)
    for kind, name, resolve in (
        ("Query", "Page", _page),
        ("Query", "Media", lambda root, _, **filters: next(iter(_found(root, filters)), None)),
        ("Page", "media", _page_media),
        ("Page", "pageInfo", _page_info),
        ("Media", "airingSchedule", _airing),
        ("Media", "staff", _rows_of("staff")),
        ("Media", "studios", _studios),
    ):
        of = built.type_map[kind]
        assert isinstance(of, GraphQLObjectType)
        of.fields[name].resolve = resolve
    return built


def needed_schema() -> GraphQLSchema:
    """The schema; where it isn't there the test is skipped, and says why."""
    built = schema()
    if built is None:
        pytest.skip("AniList's schema is not here (../shared/data/anilist.graphql)")
    return built


def complexity(document: DocumentNode) -> int:
    """How AniList counts: each field once, fragments wherever they are spread."""
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    return sum(_fields(each.selection_set, fragments) for each in operations)


def _fields(chosen: SelectionSetNode | None, fragments: Mapping[str, FragmentDefinitionNode]) -> int:
    counted = 0
    for each in chosen.selections if chosen else ():
        if isinstance(each, FieldNode):
            counted += 1 + _fields(each.selection_set, fragments)
        elif isinstance(each, FragmentSpreadNode):
            counted += _fields(fragments[each.name.value].selection_set, fragments)
    return counted


class _Page:
    """A page that is being answered: its media are found before its `pageInfo` is asked for."""

    def __init__(self, world: World, page: int | None, size: int | None) -> None:
        self.world = world
        self.page = max(page or 1, 1)
        self.size = min(max(size or PAGE_MOST, 1), PAGE_MOST)
        self.found: list[Media] = []

    @property
    def media(self) -> list[Media]:
        start = (self.page - 1) * self.size
        return self.found[start : start + self.size]

    @property
    def has_next(self) -> bool:
        return len(self.found) > self.page * self.size


def _page(world: World, info: Info, page: int | None = None, perPage: int | None = None) -> _Page:  # noqa: N803
    """The page, which looks ahead for the filters that its `media` will be asked with."""
    made = _Page(world, page, perPage)
    for node in info.field_nodes:
        for inner in node.selection_set.selections if node.selection_set else ():
            if isinstance(inner, FieldNode) and inner.name.value == "media":
                made.found = list(_found(world, _arguments(inner, info)))
    return made


def _arguments(node: FieldNode, info: Info) -> dict[str, Any]:
    page = info.schema.type_map["Page"]
    assert isinstance(page, GraphQLObjectType)
    return get_argument_values(page.fields["media"], node, info.variable_values)


def _page_media(page: _Page, _: Info, **filters: Any) -> list[Media]:  # noqa: ANN401 - GraphQL's values
    del filters  # they were applied when the page was made
    return page.media


def _page_info(page: _Page, _: Info) -> Media:
    return {
        "total": LYING_TOTAL,
        "perPage": page.size,
        "currentPage": page.page,
        "lastPage": LYING_TOTAL // page.size,
        "hasNextPage": page.has_next,
    }


def _found(world: Iterable[Media], filters: Mapping[str, Any]) -> list[Media]:
    """The media that fit all filters, sorted. A filter that is null finds nothing."""
    wanted = {name: value for name, value in filters.items() if name != "sort"}
    if any(value is None for value in wanted.values()):
        return []
    unknown = set(wanted) - set(_FILTERS)
    assert not unknown, f"the local AniList doesn't know the filters {unknown}"
    found = [each for each in world if all(_FILTERS[name](each, value) for name, value in wanted.items())]
    for sort in reversed(filters.get("sort") or ["ID"]):
        found.sort(key=functools.partial(_SORTS[sort.removesuffix("_DESC")], filters), reverse=sort.endswith("_DESC"))
    return found


def _names(media: Media) -> list[str]:
    title = media.get("title") or {}
    names = [title.get("romaji"), title.get("english"), title.get("native"), *(media.get("synonyms") or [])]
    return [fold(name) for name in names if isinstance(name, str)]


def _start(media: Media) -> int:
    start = media.get("startDate") or {}
    return (start.get("year") or 0) * 10000 + (start.get("month") or 0) * 100 + (start.get("day") or 0)


_FILTERS: Mapping[str, Filter] = {
    "id": lambda media, value: media["id"] == value,
    "id_in": lambda media, value: media["id"] in value,
    "idMal": lambda media, value: media.get("idMal") == value,
    "idMal_in": lambda media, value: media.get("idMal") in value,
    "type": lambda media, value: media.get("type") == value,
    "isAdult": lambda media, value: media.get("isAdult") is value,
    "format_in": lambda media, value: media.get("format") in value,
    "status": lambda media, value: media.get("status") == value,
    "season": lambda media, value: media.get("season") == value,
    "seasonYear": lambda media, value: media.get("seasonYear") == value,
    "search": lambda media, value: any(fold(value) in name for name in _names(media)),
    "startDate_greater": lambda media, value: _start(media) > int(value),
    "startDate_lesser": lambda media, value: _start(media) < int(value),
}

_SORTS: Mapping[str, Callable[[Mapping[str, Any], Media], Any]] = {
    "ID": lambda _, media: media["id"],
    "POPULARITY": lambda _, media: media.get("popularity") or 0,
    "START_DATE": lambda _, media: _start(media),
    "SEARCH_MATCH": lambda filters, media: fold(filters.get("search") or "") not in _names(media),
}


def _rows_of(name: str) -> Callable[..., Media | None]:
    def resolve(media: Media, _: Info, **asked: Any) -> Media | None:  # noqa: ANN401 - GraphQL's values
        whole = media.get(name)
        return None if whole is None else _cut(whole, asked)

    return resolve


def _cut(whole: Media, asked: Mapping[str, Any]) -> Media:
    """One page of a connection."""
    size = min(asked.get("perPage") or ROWS_MOST, ROWS_MOST)
    start = ((asked.get("page") or 1) - 1) * size
    return {key: each[start : start + size] if isinstance(each, list) else each for key, each in whole.items()}


def _studios(media: Media, _: Info, **asked: Any) -> Media | None:  # noqa: ANN401 - as above
    whole: Media | None = media.get("studios")
    if whole is None or asked.get("isMain") is None:
        return whole
    kept = [edge for edge in whole["edges"] if edge and edge.get("isMain") is asked["isMain"]]
    return {"edges": kept, "nodes": [edge.get("node") for edge in kept]}


def _airing(media: Media, info: Info, **asked: Any) -> Media | None:  # noqa: ANN401 - as above
    whole = media.get("airingSchedule")
    if whole is None:
        return None
    edges = sorted(whole["edges"], key=lambda edge: edge["node"]["airingAt"])
    if (upcoming := asked.get("notYetAired")) is not None:
        now = info.context["now"].timestamp()
        edges = [edge for edge in edges if (edge["node"]["airingAt"] > now) is upcoming]
    return _cut({"edges": edges, "nodes": [edge["node"] for edge in edges]}, asked)
