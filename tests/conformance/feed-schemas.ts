/** The grammar of RFC 4287, appendix B, as RELAX NG in XML: what may stand where, and how often. */
export const ATOM_GRAMMAR = `<?xml version="1.0" encoding="UTF-8"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><ref name="feed"/></start>
  <define name="common">
    <optional><attribute name="xml:lang" ns=""><data type="string"><param name="pattern">[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*</param></data></attribute></optional>
  </define>
  <define name="uri"><data type="anyURI"><param name="minLength">1</param></data></define>
  <define name="absolute"><data type="string"><param name="pattern">[a-z][a-z0-9+.\\-]*:\\S+</param></data></define>
  <define name="moment"><data type="dateTime"><param name="pattern">.+(Z|[+\\-]\\d\\d:\\d\\d)</param></data></define>
  <define name="words"><data type="string"><param name="minLength">1</param></data></define>
  <define name="text">
    <ref name="common"/>
    <optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional>
    <text/>
  </define>
  <define name="person">
    <interleave>
      <element name="name"><ref name="words"/></element>
      <optional><element name="uri"><ref name="absolute"/></element></optional>
      <optional><element name="email"><data type="string"><param name="pattern">.+@.+</param></data></element></optional>
    </interleave>
  </define>
  <define name="link">
    <element name="link">
      <attribute name="href"><ref name="absolute"/></attribute>
      <optional><attribute name="rel"><ref name="words"/></attribute></optional>
      <optional><attribute name="type"><data type="string"><param name="pattern">.+/.+</param></data></attribute></optional>
      <optional><attribute name="hreflang"><ref name="words"/></attribute></optional>
    </element>
  </define>
  <define name="category">
    <element name="category"><attribute name="term"><ref name="words"/></attribute></element>
  </define>
  <define name="head">
    <interleave>
      <element name="id"><ref name="absolute"/></element>
      <element name="title"><ref name="text"/></element>
      <element name="updated"><ref name="moment"/></element>
      <zeroOrMore><element name="author"><ref name="person"/></element></zeroOrMore>
      <oneOrMore><ref name="link"/></oneOrMore>
      <zeroOrMore><ref name="category"/></zeroOrMore>
    </interleave>
  </define>
  <define name="feed">
    <element name="feed">
      <ref name="common"/>
      <interleave>
        <ref name="head"/>
        <optional><element name="subtitle"><ref name="text"/></element></optional>
        <optional><element name="generator"><text/></element></optional>
        <optional><element name="icon"><ref name="uri"/></element></optional>
        <optional><element name="logo"><ref name="uri"/></element></optional>
        <zeroOrMore><ref name="entry"/></zeroOrMore>
      </interleave>
    </element>
  </define>
  <define name="entry">
    <element name="entry">
      <ref name="common"/>
      <interleave>
        <ref name="head"/>
        <optional><element name="published"><ref name="moment"/></element></optional>
        <optional><element name="summary"><ref name="text"/></element></optional>
        <optional><element name="content"><ref name="text"/></element></optional>
      </interleave>
    </element>
  </define>
</grammar>`

/** What rssboard.org's specification of RSS 2.0 asks for, with the three namespaces that feeds here use. */
export const RSS_GRAMMAR = `<?xml version="1.0" encoding="UTF-8"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <start>
    <element name="rss">
      <attribute name="version"><value>2.0</value></attribute>
      <element name="channel">
        <interleave>
          <element name="title"><ref name="words"/></element>
          <element name="link"><ref name="address"/></element>
          <element name="description"><ref name="words"/></element>
          <element name="atom:link">
            <attribute name="href"><ref name="address"/></attribute>
            <attribute name="rel"><value>self</value></attribute>
            <attribute name="type"><value>application/rss+xml</value></attribute>
          </element>
          <optional><element name="language"><data type="language"/></element></optional>
          <optional><element name="lastBuildDate"><ref name="moment"/></element></optional>
          <optional><element name="generator"><text/></element></optional>
          <zeroOrMore><ref name="item"/></zeroOrMore>
        </interleave>
      </element>
    </element>
  </start>
  <define name="words"><data type="string"><param name="minLength">1</param></data></define>
  <define name="address"><data type="string"><param name="pattern">https?://\\S+</param></data></define>
  <define name="moment">
    <data type="string">
      <param name="pattern">(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d\\d:\\d\\d:\\d\\d [+\\-]\\d{4}</param>
    </data>
  </define>
  <define name="item">
    <element name="item">
      <interleave>
        <element name="title"><text/></element>
        <element name="link"><ref name="address"/></element>
        <element name="guid"><attribute name="isPermaLink"><value>false</value></attribute><ref name="words"/></element>
        <optional><element name="pubDate"><ref name="moment"/></element></optional>
        <optional><element name="atom:updated"><data type="dateTime"/></element></optional>
        <zeroOrMore><element name="dc:creator"><ref name="words"/></element></zeroOrMore>
        <zeroOrMore><element name="category"><ref name="words"/></element></zeroOrMore>
        <element name="description"><text/></element>
        <element name="content:encoded"><text/></element>
      </interleave>
    </element>
  </define>
</grammar>`

/** The rules of jsonfeed.org/version/1.1 as JSON Schema. */
export const JSON_FEED_SCHEMA = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: { type: 'string', format: 'uri' },
    feed_url: { type: 'string', format: 'uri' },
    description: { type: 'string' },
    language: { type: 'string', pattern: '^[a-zA-Z]{2,3}(-[A-Za-z0-9]+)*$' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        additionalProperties: false,
        properties: {
          id: { type: 'string', minLength: 1 },
          url: { type: 'string', format: 'uri' },
          external_url: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          summary: { type: 'string' },
          content_html: { type: 'string' },
          content_text: { type: 'string' },
          image: { type: 'string', format: 'uri' },
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          authors: {
            type: 'array',
            items: {
              type: 'object',
              anyOf: [{ required: ['name'] }, { required: ['url'] }, { required: ['avatar'] }],
              properties: { name: { type: 'string', minLength: 1 }, url: { type: 'string', format: 'uri' } },
            },
          },
          tags: { type: 'array', items: { type: 'string' } },
          language: { type: 'string' },
        },
      },
    },
  },
}
