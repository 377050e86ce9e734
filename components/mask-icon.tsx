import { classNames } from './class-names'
import styles from './mask-icon.module.css'

/** An icon of the frame that every page has: drawn by the style sheet, so that no page carries its paths. Decoration only. */
export function MaskIcon({ of }: { of: 'search' | 'menu' | 'system' | 'light' | 'dark' }) {
  return <span className={classNames(styles.icon, styles[of])} aria-hidden="true" />
}
