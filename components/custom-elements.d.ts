import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** React gives custom elements their attributes as they are: `class`, not `className`. */
type Custom<Attributes> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Attributes & { class?: string | undefined }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': Custom<{ 'label-system': string; 'label-light': string; 'label-dark': string }>
      'copy-code': Custom<{ label: string; done: string }>
      'tab-set': Custom<{ label: string }>
      'video-link': Custom<{ label: string; youtube?: string; file?: string }>
      'share-page': Custom<{ 'label-copy': string; 'label-copied': string; 'label-share': string }>
      'zone-switch': Custom<{ locale: string; zone: string }>
      'site-search': Custom<{ locale: string; kinds: string; counts: string; all: string }>
      'reader-menu': Custom<{ 'label-account'?: string }>
      'live-list': Custom<object>
    }
  }
}
