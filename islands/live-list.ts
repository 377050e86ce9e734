/**
 * `<live-list>` around a list whose filters are forms and links: exchanges its `[data-region]` parts for those of the
 * address that a choice leads to, without leaving the page. Forms inside are `[data-live]`. An `input[type=range]` with
 * `data-days` (the first day) and `data-today` becomes a slider over the months in between, for the parameter `on`.
 */
class LiveList extends HTMLElement {
  #timer = 0
  #latest = 0

  connectedCallback() {
    this.addEventListener('input', this.#typed)
    this.addEventListener('submit', this.#submitted)
    this.addEventListener('click', this.#clicked)
    addEventListener('popstate', this.#back)
    this.#prepareSlider()
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.#back)
  }

  #typed = (event: Event) => {
    const control = event.target
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return
    if (control.type === 'range') this.#showDay(control)
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#load(this.#address(control), 'replace'), 150)
  }

  #submitted = (event: Event) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) void this.#load(this.#address(...controlsOf(event.target)), 'push')
  }

  #clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.pathname !== location.pathname || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void this.#load(new URL(link.href), 'push')
  }

  #back = () => this.#load(new URL(location.href), 'none')

  /** This address with what the controls say. */
  #address(...controls: (HTMLInputElement | HTMLSelectElement)[]): URL {
    const url = new URL(location.href)
    for (const control of controls) {
      const isSlider = control.type === 'range' && control instanceof HTMLInputElement
      const [name, value] = isSlider ? ['on', dayOf(control)] : [control.name, control.value]
      const isToday = name === 'on' && value === this.#slider?.dataset.today
      if (value && !isToday) url.searchParams.set(name, value)
      else url.searchParams.delete(name)
    }
    return url
  }

  async #load(url: URL, history: 'push' | 'replace' | 'none') {
    clearTimeout(this.#timer)
    const turn = ++this.#latest
    const list = this.querySelector('[data-region=list]')
    list?.toggleAttribute('data-waiting', true)
    const html = await fetch(url, { headers: { accept: 'text/html' } })
      .then((answer) => (answer.ok ? answer.text() : null))
      .catch(() => null)
    if (turn !== this.#latest) return
    if (html === null) {
      location.assign(url)
      return
    }
    const page = new DOMParser().parseFromString(html, 'text/html')
    for (const part of this.querySelectorAll<HTMLElement>('[data-region]')) {
      const next = page.querySelector(`[data-region="${part.dataset.region}"]`)
      if (next) part.replaceWith(document.adoptNode(next))
    }
    this.#followControls(page)
    if (history === 'push') window.history.pushState(null, '', url)
    if (history === 'replace') window.history.replaceState(null, '', url)
    this.#placeSlider()
  }

  /** What the page would have in its fields, but for the one that is being typed into. */
  #followControls(page: Document) {
    for (const form of this.querySelectorAll<HTMLFormElement>('form[data-live]')) {
      for (const control of controlsOf(form)) {
        const next = page.querySelector<HTMLInputElement>(`live-list [name="${control.name}"]:not([type=hidden])`)
        if (next && control !== document.activeElement) control.value = next.value
      }
    }
  }

  get #slider(): HTMLInputElement | null {
    return this.querySelector('input[type=range][data-days]')
  }

  #prepareSlider() {
    const slider = this.#slider
    if (!slider) return
    slider.min = '0'
    slider.max = String(monthsBetween(slider.dataset.days ?? '', slider.dataset.today ?? ''))
    slider.hidden = false
    this.#placeSlider()
  }

  #placeSlider() {
    const slider = this.#slider
    if (!slider || slider === document.activeElement) return
    const on = new URL(location.href).searchParams.get('on')
    slider.value = on ? String(monthsBetween(slider.dataset.days ?? '', on)) : slider.max
    slider.setAttribute('aria-valuetext', wordsOf(slider))
  }

  #showDay(slider: HTMLInputElement) {
    slider.setAttribute('aria-valuetext', wordsOf(slider))
    const mark = this.querySelector<HTMLElement>('[data-region=day-mark]')
    if (mark) mark.style.insetInlineStart = `${(Number(slider.value) / Number(slider.max)) * 100}%`
  }
}

function controlsOf(form: HTMLFormElement) {
  return [...form.elements].filter(
    (control): control is HTMLInputElement | HTMLSelectElement =>
      (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) &&
      control.type !== 'hidden' &&
      control.name !== '',
  )
}

function monthsBetween(from: string, to: string): number {
  const [start, end] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  return (end ?? 0) - (start ?? 0)
}

/** The first day of the month that the slider stands on; the last stands for today. */
function dayOf({ value, max, dataset }: HTMLInputElement): string {
  const { days = '', today = '' } = dataset
  if (value === max) return today
  if (value === '0') return days
  const month = Number(days.slice(0, 4)) * 12 + Number(days.slice(5, 7)) - 1 + Number(value)
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

function wordsOf(slider: HTMLInputElement): string {
  const format = new Intl.DateTimeFormat(slider.dataset.locale, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(dayOf(slider)))
}

if (!customElements.get('live-list')) customElements.define('live-list', LiveList)

export {}
