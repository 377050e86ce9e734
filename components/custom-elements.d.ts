import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** React gives custom elements their attributes as they are: `class`, not `className`. */
type Custom<Attributes> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
  Attributes & { class?: string | undefined }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': Custom<object>
      'copy-code': Custom<object>
      'tab-set': Custom<{ label: string }>
      'video-link': Custom<{ label: string; youtube?: string; file?: string }>
      'share-page': Custom<object>
      'zone-switch': Custom<{ locale: string; zone: string }>
      'site-search': Custom<{ locale: string }>
      'reader-menu': Custom<{ 'label-account'?: string }>
      'live-list': Custom<object>
    }
  }
}
