/**
 * `<share-page label-copy="Copy link" label-copied="Copied" label-share="Share …">` around plain links: adds a button
 * that copies the address of the page and, where the system can share, one that asks it to. Nothing is sent.
 */
class SharePage extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('button')) return
    if (navigator.clipboard) {
      const copy = this.#button('label-copy', () => this.#copy(copy))
    }
    if (typeof navigator.share === 'function') {
      this.#button('label-share', () => navigator.share({ title: document.title, url: addressOf() }).catch(() => {}))
    }
  }

  #button(label: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = this.getAttribute(label)
    button.addEventListener('click', act)
    this.append(button)
    return button
  }

  async #copy(button: HTMLButtonElement) {
    await navigator.clipboard.writeText(addressOf())
    button.textContent = this.getAttribute('label-copied')
    setTimeout(() => {
      button.textContent = this.getAttribute('label-copy')
    }, 2_000)
  }
}

/** This page without what brought the reader here. */
function addressOf(): string {
  return location.origin + location.pathname
}

customElements.define('share-page', SharePage)

export {}
