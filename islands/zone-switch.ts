/**
 * `<zone-switch data-zone="Asia/Shanghai" data-venue="Venue’s time" data-reader="My time">` around times: adds a button
 * that shows every `<time datetime>` inside in the reader's own zone, and back. A time says how it is written with
 * `data-style="date"`, `"time"` or `"both"` (when nothing is said). Without JavaScript the venue's times stand.
 */
class ZoneSwitch extends HTMLElement {
  #venue = new Map<HTMLTimeElement, string>()
  #button = document.createElement('button')
  #isReaders = false

  connectedCallback() {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (this.#button.isConnected || own === this.dataset.zone) return
    for (const time of this.querySelectorAll('time')) this.#venue.set(time, time.textContent ?? '')
    this.#button.type = 'button'
    this.#button.setAttribute('aria-pressed', 'false')
    this.#button.addEventListener('click', () => this.#show(!this.#isReaders))
    this.#button.textContent = `${this.dataset.reader ?? 'My time'} (${own})`
    this.prepend(this.#button)
    if (remembered() === 'reader') this.#show(true)
  }

  #show(isReaders: boolean) {
    this.#isReaders = isReaders
    this.#button.setAttribute('aria-pressed', String(isReaders))
    for (const [time, text] of this.#venue) time.textContent = isReaders ? inOwnZone(time) : text
    remember(isReaders ? 'reader' : 'venue')
  }
}

function inOwnZone(time: HTMLTimeElement): string {
  const moment = new Date(time.dateTime)
  if (Number.isNaN(moment.getTime())) return time.textContent ?? ''
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const { style } = time.dataset
  const format = style === 'date' ? day : style === 'time' ? hour : { ...day, ...hour, timeZoneName: 'short' as const }
  const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang
  return new Intl.DateTimeFormat(locale, format).format(moment)
}

const key = 'lectern.zone'

/** Browsers that refuse storage throw: the choice is then forgotten with the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(zone: string): void {
  try {
    localStorage.setItem(key, zone)
  } catch {}
}

customElements.define('zone-switch', ZoneSwitch)
