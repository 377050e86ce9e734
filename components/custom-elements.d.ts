import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Element = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': Element & { 'label-system': string; 'label-light': string; 'label-dark': string }
      'reader-menu': Element & { 'label-account'?: string }
    }
  }
}
