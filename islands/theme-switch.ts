import { wordsAt } from '@/lib/i18n/words-at'

/** `<theme-switch>`: shows its button and turns the theme: as the system → light → dark. The choice stays in the browser. */
const order = ['system', 'light', 'dark'] as const
type Theme = (typeof order)[number]

class ThemeSwitch extends HTMLElement {
  #button: HTMLButtonElement | null = null

  connectedCallback() {
    this.#button = this.querySelector('button')
    if (!this.#button) return
    this.#button.hidden = false
    this.#button.addEventListener('click', this.#next)
    this.#show(stored())
  }

  disconnectedCallback() {
    this.#button?.removeEventListener('click', this.#next)
  }

  #next = () => {
    const theme = order[(order.indexOf(stored()) + 1) % order.length] ?? 'system'
    keep(theme)
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    this.#show(theme)
  }

  #show(theme: Theme) {
    this.dataset.state = theme
    const label = wordsAt(this).theme[theme]
    this.#button?.setAttribute('aria-label', label)
    this.#button?.setAttribute('title', label)
  }
}

let chosen: Theme = 'system'

function stored(): Theme {
  try {
    const value = localStorage.getItem('theme')
    return order.find((theme) => theme === value) ?? 'system'
  } catch {
    return chosen
  }
}

function keep(theme: Theme) {
  chosen = theme
  try {
    if (theme === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Kept for this page only.
  }
}

if (!customElements.get('theme-switch')) customElements.define('theme-switch', ThemeSwitch)
