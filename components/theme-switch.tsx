import { MaskIcon } from './mask-icon'
import styles from './theme-switch.module.css'

/** The place of the theme switch. islands/theme-switch.ts shows the button and makes it work. */
export function ThemeSwitch({ label }: { label: string }) {
  return (
    <theme-switch class={styles.switch} suppressHydrationWarning>
      <button type="button" className={styles.button} aria-label={label} hidden suppressHydrationWarning>
        <MaskIcon of="system" />
        <MaskIcon of="light" />
        <MaskIcon of="dark" />
      </button>
    </theme-switch>
  )
}
