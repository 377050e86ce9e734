import { wordsAt } from '@/lib/i18n/words-at'

/**
 * `<share-page>` around plain links: adds a button
 * that copies the address of the page and, where the system can share, one that asks it to. Nothing is sent.
 */
class SharePage extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('button')) return
    const words = wordsAt(this).share
    if (navigator.clipboard) {
      const copy = this.#button(words.copy, () => this.#copy(copy))
    }
    if (typeof navigator.share === 'function') {
      this.#button(words.system, () => navigator.share({ title: document.title, url: addressOf() }).catch(() => {}))
    }
  }

  #button(label: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.addEventListener('click', act)
    this.append(button)
    return button
  }

  async #copy(button: HTMLButtonElement) {
    await navigator.clipboard.writeText(addressOf())
    button.textContent = wordsAt(this).share.copied
    setTimeout(() => {
      button.textContent = wordsAt(this).share.copy
    }, 2_000)
  }
}

/** This page without what brought the reader here. */
function addressOf(): string {
  return location.origin + location.pathname
}

customElements.define('share-page', SharePage)
