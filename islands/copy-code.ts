import { wordsAt } from '@/lib/i18n/words-at'

/** `<copy-code>` around a listing: a button that copies it; of a session, the commands alone. */
class CopyCode extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = wordsAt(this).code.copy
    button.addEventListener('click', () => this.#copy(button))
    this.append(button)
  }

  async #copy(button: HTMLButtonElement) {
    const commands = [...this.querySelectorAll('[data-command]')].map((line) => (line.textContent ?? '').trimEnd())
    const text = commands.length > 0 ? commands.join('\n') : (this.querySelector('code')?.textContent ?? '')
    await navigator.clipboard.writeText(text)
    button.textContent = wordsAt(this).code.copied
    setTimeout(() => {
      button.textContent = wordsAt(this).code.copy
    }, 2_000)
  }
}

customElements.define('copy-code', CopyCode)
