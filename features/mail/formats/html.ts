import type { Locale } from '@/lib/time-words'

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]，。；：）])/

/** The HTML of a mail: the very words of its plain text, its addresses as links. No pictures, nothing that calls home. */
export function letterHtml({ subject, text, locale }: { subject: string; text: string; locale: Locale }): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 1em">${paragraph.split('\n').map(linked).join('<br>\n')}</p>`)
  return [
    '<!doctype html>',
    `<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(subject.replace(/\s+/g, ' '))}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">',
    '<div style="max-width:36em;overflow-wrap:anywhere">',
    ...paragraphs,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function linked(line: string): string {
  return line
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('')
}

const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => NAMES[mark] ?? mark)
