import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'

export const hugoVersion = (): string | null => {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return error ? null : (/v[\d.]+/.exec(stdout)?.[0] ?? null)
}

const CONFIG = `
baseURL: https://example.org/
languageCode: en
title: The same articles
paginate: 20
rssLimit: 20
taxonomies: { tag: tags, author: authors, project: projects }
outputs: { home: [HTML, RSS], section: [HTML, RSS], taxonomy: [HTML], term: [HTML, RSS] }
related:
  threshold: 20
  includeNewer: true
  indices: [{ name: tags, weight: 100 }, { name: projects, weight: 100 }]
markup:
  highlight: { noClasses: false }
  tableOfContents: { startLevel: 2, endLevel: 3 }
`

/** The parts that an article has on our site: byline, contents, text, tags, related, before and after, feeds with full text. */
const LAYOUTS: Record<string, string> = {
  '_default/baseof.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Summary | plainify }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
</head><body><header><nav><a href="/">Home</a> <a href="/blog/">Articles</a> <a href="/tags/">Tags</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>`,
  '_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<p>{{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time> {{ .ReadingTime }} minutes</p>
<nav>{{ .TableOfContents }}</nav>{{ .Content }}
<p>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</p>
<ul>{{ range first 3 (.Site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
</article>{{ end }}`,
  '_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Params.summary }}</p></li>{{ end }}</ul>
{{ with .Paginator.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}`,
  '_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}`,
  '_default/rss.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first .Site.Config.Services.RSS.Limit (where .Pages "Kind" "page") }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><description>{{ .Params.summary | html }}</description><content:encoded>{{ .Content | html }}</content:encoded></item>{{ end }}</channel></rss>`,
}

/** A site for Hugo of these articles: the same words, headed by what Hugo understands. */
export function writeHugoSite(folder: string, files: string[]): void {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write('config.yaml', CONFIG)
  for (const [name, text] of Object.entries(LAYOUTS)) write(path.join('layouts', name), text)
  for (const file of files) {
    const [, head = '', ...body] = readFileSync(file, 'utf8').split(/^---\n/m)
    const { title, summary, date, authors, tags, projects } = parse(head)
    const named = authors.map(({ slug }: { slug: string }) => slug)
    const front = stringify({ title, summary, date, authors: named, tags, projects })
    write(path.join('content/blog', `${path.basename(file, '.mdx')}.md`), `---\n${front}---\n${body.join('---\n')}`)
  }
}
