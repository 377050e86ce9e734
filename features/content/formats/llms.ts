import { oneLine } from '@/lib/text'

export interface Guide {
  name: string
  summary: string
  sections: { title: string; links: { title: string; url: string; about: string }[] }[]
}

/** llms.txt (llmstxt.org): what this site holds and where a program finds it as text or data. */
export function llmsTxt({ name, summary, sections }: Guide): string {
  const parts = sections
    .filter(({ links }) => links.length > 0)
    .map(({ title, links }) => {
      const lines = links.map(
        (link) => `- [${label(link.title)}](${link.url})${link.about ? `: ${plain(link.about)}` : ''}`,
      )
      return `## ${title}\n\n${lines.join('\n')}\n`
    })
  return [`# ${plain(name)}\n`, `> ${plain(summary)}\n`, ...parts].join('\n')
}

/** One line in which nothing begins an element of Markdown or HTML. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_<]/g, '\\$&')
}

function label(text: string): string {
  return plain(text).replace(/[[\]]/g, '\\$&')
}
