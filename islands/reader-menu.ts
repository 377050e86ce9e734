/**
 * `<reader-menu data-me="/me">` around a link to sign in: for a reader who is signed in the link gets their name and
 * leads to their own pages.
 */
class ReaderMenu extends HTMLElement {
  async connectedCallback() {
    const link = this.querySelector('a')
    if (!link) return
    const name = await readName()
    if (!name) {
      link.href = withNext(link.href)
      return
    }
    link.href = this.dataset.me ?? '/me'
    link.textContent = name
    this.dataset.signedIn = ''
  }
}

/** The name that the session has, or null: nobody, or no answer. */
async function readName(): Promise<string | null> {
  try {
    const answer = await fetch('/api/session', { headers: { accept: 'application/json' } })
    if (!answer.ok) return null
    const session: { name?: unknown } = await answer.json()
    return typeof session.name === 'string' && session.name ? session.name : null
  } catch {
    return null
  }
}

/** Signing in leads back to the page that one was reading. */
function withNext(address: string): string {
  const url = new URL(address)
  url.searchParams.set('next', location.pathname + location.search)
  return url.href
}

customElements.define('reader-menu', ReaderMenu)
