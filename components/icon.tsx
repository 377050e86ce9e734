import type { LucideIcon } from 'lucide-react'
import styles from './icon.module.css'

/** An icon is decoration unless it has a label: then it stands for a word. */
export function Icon({ of: Glyph, size = 16, label }: { of: LucideIcon; size?: number; label?: string }) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <Glyph className={styles.icon} size={size} strokeWidth={1.75} absoluteStrokeWidth={size > 24} {...naming} />
}
