import { share as enShare } from './en/article.json'
import { all as enAll, found as enFound, kinds as enKinds } from './en/search.json'
import { theme as enTheme } from './en/site.json'
import { copied as enCopied, copy as enCopy } from './en/text.json'
import { share as zhShare } from './zh/article.json'
import { all as zhAll, found as zhFound, kinds as zhKinds } from './zh/search.json'
import { theme as zhTheme } from './zh/site.json'
import { copied as zhCopied, copy as zhCopy } from './zh/text.json'

const en = {
  share: enShare,
  search: { all: enAll, found: enFound, kinds: enKinds },
  theme: enTheme,
  code: { copy: enCopy, copied: enCopied },
}
const zh: typeof en = {
  share: zhShare,
  search: { all: zhAll, found: zhFound, kinds: zhKinds },
  theme: zhTheme,
  code: { copy: zhCopy, copied: zhCopied },
}

/** What the islands say, in the language of where they stand: sent once, and not with every page. */
export function wordsAt(element: Element): typeof en {
  return element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ? zh : en
}
