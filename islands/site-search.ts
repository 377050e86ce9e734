import { wordsAt } from '@/lib/i18n/words-at'

/**
 * `<site-search>` around a form that searches: suggests while one types. Arrows choose, Enter goes there, Escape closes;
 * `/` leads to the field from anywhere. Without it the form asks for the page of results.
 */
interface Hit {
  kind: string
  path: string
  highlighted: { title: { text: string; mark: boolean }[] }
}

const PATIENCE = 140
const MOST = 6

class SiteSearch extends HTMLElement {
  #input: HTMLInputElement | null = null
  #list = document.createElement('ul')
  #status = document.createElement('p')
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined
  #active = -1

  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || this.#input) return
    this.#input = input
    this.#list.id = `${input.id}-suggestions`
    this.#list.role = 'listbox'
    this.#list.ariaLabel = input.labels?.[0]?.textContent ?? ''
    this.#list.hidden = true
    this.#status.role = 'status'
    this.#status.className = 'visually-hidden'
    this.append(this.#list, this.#status)
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': this.#list.id }
    for (const [name, value] of Object.entries({ ...attributes, 'aria-expanded': 'false' }))
      input.setAttribute(name, value)
    input.addEventListener('input', this.#type)
    input.addEventListener('keydown', this.#press)
    this.addEventListener('focusout', this.#leave)
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    document.addEventListener('keydown', this.#slash)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#slash)
  }

  #slash = (event: KeyboardEvent) => {
    const isTyping =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
    if (
      event.key !== '/' ||
      isTyping ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      !this.#input?.checkVisibility()
    )
      return
    event.preventDefault()
    this.#input.focus()
    this.#input.select()
  }

  #leave = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node) || !this.contains(event.relatedTarget)) this.#close()
  }

  #type = () => {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    const text = this.#input?.value.trim() ?? ''
    if (text.length < 2 && !/\p{Script=Han}/u.test(text)) return this.#close()
    this.#timer = setTimeout(() => this.#ask(text), PATIENCE)
  }

  async #ask(q: string) {
    this.#asking = new AbortController()
    const query = new URLSearchParams({ q, limit: String(MOST), locale: this.getAttribute('locale') ?? 'en' })
    try {
      const answer = await fetch(`/api/v1/search?${query}`, {
        signal: this.#asking.signal,
        headers: { accept: 'application/json' },
      })
      if (!answer.ok) return this.#close()
      const { items }: { items: Hit[] } = await answer.json()
      if (document.activeElement === this.#input) this.#show(items)
    } catch {
      // A newer question came, or the network is away: the form still works.
    }
  }

  #show(hits: Hit[]) {
    const words = wordsAt(this).search
    const kinds: Record<string, string> = words.kinds
    const options = hits.map(({ path, kind, highlighted }, at) => {
      const option = this.#option(at, path)
      const title = document.createElement('span')
      for (const { text, mark } of highlighted.title) {
        const piece = mark ? document.createElement('mark') : document.createElement('span')
        piece.textContent = text
        title.append(piece)
      }
      const hint = document.createElement('small')
      hint.textContent = kinds[kind] ?? ''
      option.append(title, ' ', hint)
      return option
    })
    if (options.length > 0) {
      const all = this.#option(options.length, '')
      all.textContent = words.all
      options.push(all)
    }
    this.#list.replaceChildren(...options)
    this.#open(options.length > 0)
    this.#status.textContent = this.#counted(hits.length)
  }

  #option(at: number, path: string): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `${this.#list.id}-${at}`
    option.role = 'option'
    option.ariaSelected = 'false'
    option.dataset.path = path
    option.addEventListener('click', () => this.#go(option))
    return option
  }

  #counted(count: number): string {
    const { none, one, other } = wordsAt(this).search.found
    return count === 0 ? none : count === 1 ? one : other.replace('#', String(count))
  }

  #press = (event: KeyboardEvent) => {
    const options = [...this.#list.children]
    const isOpen = !this.#list.hidden
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      this.#close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = this.#active < 0 && step < 0 ? 0 : this.#active
      if (isOpen) this.#choose((from + step + options.length) % options.length)
      else this.#open(true)
    } else if (event.key === 'Enter' && isOpen && !event.isComposing) {
      const option = options[this.#active]
      if (!(option instanceof HTMLElement)) return
      event.preventDefault()
      this.#go(option)
    }
  }

  #choose(at: number) {
    this.#active = at
    for (const [index, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(index === at)
      if (index !== at) continue
      this.#input?.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    }
  }

  #go(option: HTMLElement) {
    if (option.dataset.path) location.assign(option.dataset.path)
    else this.querySelector('form')?.requestSubmit()
  }

  #open(isOpen: boolean) {
    this.#active = -1
    this.#list.hidden = !isOpen
    this.#input?.setAttribute('aria-expanded', String(isOpen))
    this.#input?.removeAttribute('aria-activedescendant')
    for (const option of this.#list.children) option.ariaSelected = 'false'
  }

  #close() {
    clearTimeout(this.#timer)
    this.#asking?.abort()
    this.#open(false)
    this.#status.textContent = ''
  }
}

if (!customElements.get('site-search')) customElements.define('site-search', SiteSearch)
