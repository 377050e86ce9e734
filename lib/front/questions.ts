const NOT_THE_SITE = /^\/(?:api|_next|admin|me)(?:\/|$)/

/** Whether this address asks something of its own (`q`), which nobody has asked before and nothing stored answers. */
export function isQuestion(url: string): boolean {
  const at = url.indexOf('?')
  if (at < 0 || NOT_THE_SITE.test(url.slice(0, at))) return false
  return new URLSearchParams(url.slice(at)).getAll('q').some((asked) => asked.trim() !== '')
}
