"""Feeds in the shapes that much-used software writes."""

from datetime import UTC, datetime

import pytest

from bot.feeds.model import FeedDocument, FeedEntry
from bot.feeds.parser_process import read_found
from bot.feeds.parsing import parsed

YOUTUBE = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"/>
 <title>Aniplex USA</title><link rel="alternate" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"/>
 <entry><id>yt:video:m7teRMkFdao</id><yt:videoId>m7teRMkFdao</yt:videoId><title>Metallic Rouge | Trailer</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=m7teRMkFdao"/>
  <published>2024-01-03T09:00:00+00:00</published><updated>2024-01-04T09:00:00+00:00</updated>
  <media:group><media:title>Metallic Rouge | Trailer</media:title>
   <media:content url="https://www.youtube.com/v/m7teRMkFdao?version=3" type="application/x-shockwave-flash"/>
   <media:thumbnail url="https://i2.ytimg.com/vi/m7teRMkFdao/hqdefault.jpg" width="480" height="360"/>
   <media:description>It premieres on 10 January.</media:description></media:group></entry></feed>"""
WORDPRESS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Anime Corner</title><link>https://animecorner.example</link>
<item><title>Bones Announces &#8220;Metallic Rouge&#8221;</title><link>https://animecorner.example/metallic-rouge/</link>
<dc:creator><![CDATA[Somebody]]></dc:creator><pubDate>Wed, 03 Jan 2024 09:00:00 +0000</pubDate>
<guid isPermaLink="false">https://animecorner.example/?p=12345</guid>
<description><![CDATA[<p>The studio celebrates 25 years [&#8230;]</p>
<p>The post <a href="https://animecorner.example/metallic-rouge/">Bones</a> appeared first.</p>]]></description>
<content:encoded><![CDATA[<p>Everything.</p>]]></content:encoded>
<enclosure url="https://animecorner.example/a.jpg" type="image/jpeg" length="1"/></item></channel></rss>"""
RDF = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://news.example/rdf"><title>アニメニュース</title><link>https://news.example/</link></channel>
<item rdf:about="https://news.example/1"><title>新作アニメ「メタリックルージュ」</title><link>https://news.example/1</link>
<description>1月10日より放送開始。</description><dc:date>2024-01-03T18:00:00+09:00</dc:date></item></rdf:RDF>"""
MASTODON = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Studio Bones</title><link>https://social.example/@bones</link>
<item><guid isPermaLink="true">https://social.example/@bones/1</guid><link>https://social.example/@bones/1</link>
<pubDate>Wed, 03 Jan 2024 09:00:00 +0000</pubDate>
<description>&lt;p&gt;Metallic Rouge begins in &lt;br /&gt;a week.&lt;/p&gt;</description></item></channel></rss>"""

AT = datetime(2024, 1, 3, 9, tzinfo=UTC)
SHAPES = {
    YOUTUBE: FeedEntry(
        "yt:video:m7teRMkFdao",
        "https://www.youtube.com/watch?v=m7teRMkFdao",
        "Metallic Rouge | Trailer",
        "It premieres on 10 January.",
        "https://i2.ytimg.com/vi/m7teRMkFdao/hqdefault.jpg",
        AT,
    ),
    WORDPRESS: FeedEntry(
        "https://animecorner.example/?p=12345",
        "https://animecorner.example/metallic-rouge/",
        "Bones Announces “Metallic Rouge”",
        "The studio celebrates 25 years […] The post Bones appeared first.",
        "https://animecorner.example/a.jpg",
        AT,
    ),
    RDF: FeedEntry(
        "https://news.example/1",
        "https://news.example/1",
        "新作アニメ「メタリックルージュ」",
        "1月10日より放送開始。",
        published=AT,
    ),
    MASTODON: FeedEntry(
        "https://social.example/@bones/1",
        "https://social.example/@bones/1",
        "Metallic Rouge begins in a week.",
        "Metallic Rouge begins in a week.",
        published=AT,
    ),
}


@pytest.mark.parametrize("document", SHAPES, ids=["YouTube", "WordPress", "RDF", "Mastodon"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_what_much_used_software_writes_is_read(document: str, charset: str) -> None:
    body = document.replace('encoding="UTF-8"', f'encoding="{charset}"').encode(charset)

    found = read_found(parsed(body, "https://news.example/feed"))

    assert isinstance(found, FeedDocument)
    assert found.entries == (SHAPES[document],)
