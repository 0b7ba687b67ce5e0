"""The documents that AniList is asked with.

AniList: a page has at most 50 media and a connection 25 rows; a query may be of complexity 500, which counts its fields
and not what they give. A variable that isn't set is left out: `id_in: null` finds nothing.
"""

ANILIST_PAGE_SIZE = 50
SEARCH_SIZE = 10

_MEDIA = """
fragment media on Media {
  id
  idMal
  type
  format
  status
  title { romaji english native }
  synonyms
  episodes
  description(asHtml: false)
  season
  seasonYear
  startDate { year month day }
  isAdult
  popularity
  siteUrl
  coverImage { large }
  trailer { id site }
  studios { edges { isMain node { name isAnimationStudio } } }
  staff(sort: [RELEVANCE], page: 1, perPage: 25) { edges { role node { name { full native } } } }
  externalLinks { site url type language isDisabled }
  airingSchedule(page: 1, perPage: 25) { nodes { episode airingAt } }
  upcoming: airingSchedule(notYetAired: true, page: 1, perPage: 25) { nodes { episode airingAt } }
}
"""
# The first rows hold the premiere; of a series that runs for years only what is to come stands in the second list.

SEARCH_QUERY = (
    """
query ($text: String, $size: Int) {
  Page(page: 1, perPage: $size) {
    pageInfo { hasNextPage }
    media(search: $text, type: ANIME, sort: [SEARCH_MATCH]) { ...media }
  }
}
"""
    + _MEDIA
)

BY_IDS_QUERY = (
    """
query ($ids: [Int], $page: Int, $size: Int) {
  Page(page: $page, perPage: $size) {
    pageInfo { hasNextPage }
    media(id_in: $ids, type: ANIME, sort: [ID]) { ...media }
  }
}
"""
    + _MEDIA
)

BY_MAL_IDS_QUERY = (
    """
query ($ids: [Int], $page: Int, $size: Int) {
  Page(page: $page, perPage: $size) {
    pageInfo { hasNextPage }
    media(idMal_in: $ids, type: ANIME, sort: [ID]) { ...media }
  }
}
"""
    + _MEDIA
)

SEASON_QUERY = (
    """
query ($year: Int, $season: MediaSeason, $page: Int, $size: Int) {
  Page(page: $page, perPage: $size) {
    pageInfo { hasNextPage }
    media(season: $season, seasonYear: $year, type: ANIME, sort: [POPULARITY_DESC, ID]) { ...media }
  }
}
"""
    + _MEDIA
)

DOCUMENTS = (SEARCH_QUERY, BY_IDS_QUERY, BY_MAL_IDS_QUERY, SEASON_QUERY)
