/**
 * `<tab-set label="…">` around sections that begin with a heading: tabs after the ARIA pattern, chosen by arrows, Home
 * and End. An address that ends in the id of a section, or of something in it, chooses that section.
 */
class TabSet extends HTMLElement {
  #tabs: HTMLButtonElement[] = []
  #panels: HTMLElement[] = []

  connectedCallback() {
    if (this.#tabs.length > 0) return
    this.#panels = [...this.querySelectorAll<HTMLElement>(':scope > section')]
    const list = document.createElement('div')
    list.setAttribute('role', 'tablist')
    list.setAttribute('aria-label', this.getAttribute('label') ?? '')
    this.#tabs = this.#panels.map((panel) => this.#tabOf(panel))
    list.append(...this.#tabs)
    list.addEventListener('keydown', this.#move)
    this.prepend(list)
    this.#choose(0)
    this.#follow()
    addEventListener('hashchange', this.#follow)
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#follow)
  }

  #tabOf(panel: HTMLElement): HTMLButtonElement {
    const tab = document.createElement('button')
    tab.type = 'button'
    tab.id = `${panel.id}-tab`
    tab.textContent = panel.firstElementChild?.textContent ?? ''
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', panel.id)
    tab.addEventListener('click', () => this.#choose(this.#tabs.indexOf(tab)))
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', tab.id)
    panel.tabIndex = 0
    return tab
  }

  #choose(chosen: number) {
    for (const [at, tab] of this.#tabs.entries()) {
      tab.setAttribute('aria-selected', String(at === chosen))
      tab.tabIndex = at === chosen ? 0 : -1
    }
    for (const [at, panel] of this.#panels.entries()) panel.hidden = at !== chosen
  }

  #move = (event: KeyboardEvent) => {
    const { length } = this.#tabs
    const at = event.target instanceof HTMLButtonElement ? this.#tabs.indexOf(event.target) : -1
    const to = { ArrowRight: (at + 1) % length, ArrowLeft: (at - 1 + length) % length, Home: 0, End: length - 1 }[
      event.key
    ]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    this.#choose(to)
    this.#tabs[to]?.focus()
  }

  #follow = () => {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const at = this.#panels.findIndex((panel) => aim && panel.contains(aim))
    if (at >= 0) this.#choose(at)
  }
}

if (!customElements.get('tab-set')) customElements.define('tab-set', TabSet)

export {}
