/**
 * `<video-link label youtube|file>` around a link to a film: pressed, the film takes the place of the link. Nothing is
 * fetched before, and a press that asks for a new tab is the link's own.
 */
class VideoLink extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', this.#play)
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#play)
  }

  #play = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const player = this.#player()
    link.replaceWith(player)
    player.focus()
  }

  #player(): HTMLElement {
    const youtube = this.getAttribute('youtube')
    if (youtube === null) {
      const video = document.createElement('video')
      video.src = this.getAttribute('file') ?? ''
      video.controls = true
      video.autoplay = true
      video.setAttribute('aria-label', this.getAttribute('label') ?? '')
      return video
    }
    const frame = document.createElement('iframe')
    frame.src = `https://www.youtube-nocookie.com/embed/${encodeURIComponent(youtube)}?autoplay=1`
    frame.title = this.getAttribute('label') ?? ''
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    frame.allowFullscreen = true
    return frame
  }
}

if (!customElements.get('video-link')) customElements.define('video-link', VideoLink)

export {}
