/**
 * `<zone-switch zone locale>`: the times of a document on its reader's own clock. Where that clock shows the same as the
 * venue's, it stays silent. Inside it, a `[data-own]` beside a `<time>` says that moment again (its `data-label` holds
 * `{time}`); and buttons `[data-clock=venue|own]` turn every `<time data-wall>` over. The choice stays in the browser.
 */
class ZoneSwitch extends HTMLElement {
  #zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  connectedCallback() {
    const times = [...this.querySelectorAll('time')]
    if (times.every((time) => this.#isSame(time.dateTime))) return
    for (const own of this.querySelectorAll<HTMLElement>('[data-own]')) this.#sayAgain(own)
    this.addEventListener('click', this.#choose)
    const bar = this.querySelector<HTMLElement>('[data-clocks]')
    if (!bar) return
    bar.hidden = false
    const button = bar.querySelector('[data-clock=own]')
    const [first] = times
    if (button && first) {
      button.textContent = (button.getAttribute('data-label') ?? '').replace('{zone}', this.#zoneName(first.dateTime))
    }
    this.#turn(stored())
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#choose)
  }

  #choose = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-clock]') : null
    const clock = button?.getAttribute('data-clock')
    if (clock !== 'venue' && clock !== 'own') return
    keep(clock)
    this.#turn(clock)
  }

  #turn(clock: Clock) {
    for (const button of this.querySelectorAll('[data-clock]'))
      button.setAttribute('aria-pressed', String(button.getAttribute('data-clock') === clock))
    for (const time of this.querySelectorAll<HTMLTimeElement>('time[data-wall]')) {
      time.dataset.venue ??= time.textContent ?? ''
      time.textContent = clock === 'own' ? this.#onOwnClock(time.dateTime) : time.dataset.venue
    }
  }

  #sayAgain(own: HTMLElement) {
    const time = own.parentElement?.querySelector('time')
    if (!time || this.#isSame(time.dateTime)) return
    const words = { ...DAY, month: 'long', year: 'numeric', weekday: 'long', ...TIME, timeZoneName: 'short' } as const
    own.textContent = (own.dataset.label ?? '{time}').replace('{time}', this.#format(time.dateTime, words))
    own.hidden = false
  }

  /** `11:00`, and the weekday before it where it is another than at the venue. */
  #onOwnClock(moment: string): string {
    const zone = this.getAttribute('zone') ?? 'UTC'
    const isSameDay = this.#format(moment, DAY) === this.#format(moment, DAY, zone)
    return this.#format(moment, isSameDay ? TIME : { ...TIME, weekday: 'short' })
  }

  #isSame(moment: string): boolean {
    const zone = this.getAttribute('zone') ?? 'UTC'
    return this.#format(moment, { ...DAY, ...TIME }) === this.#format(moment, { ...DAY, ...TIME }, zone)
  }

  #zoneName(moment: string): string {
    const formatter = new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, timeZoneName: 'short' })
    return formatter.formatToParts(new Date(moment)).find(({ type }) => type === 'timeZoneName')?.value ?? this.#zone
  }

  #format(moment: string, options: Intl.DateTimeFormatOptions, timeZone = this.#zone): string {
    return new Intl.DateTimeFormat(this.#locale, { ...options, timeZone }).format(new Date(moment))
  }

  get #locale() {
    return this.getAttribute('locale') === 'zh' ? 'zh-CN' : 'en-GB'
  }
}

type Clock = 'venue' | 'own'

const DAY = { day: 'numeric', month: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

let chosen: Clock = 'venue'

function stored(): Clock {
  try {
    return localStorage.getItem('clock') === 'own' ? 'own' : 'venue'
  } catch {
    return chosen
  }
}

function keep(clock: Clock) {
  chosen = clock
  try {
    localStorage.setItem('clock', clock)
  } catch {
    // Kept for this page only.
  }
}

if (!customElements.get('zone-switch')) customElements.define('zone-switch', ZoneSwitch)

export {}
