import { Moon, Sun, SunMoon } from 'lucide-react'
import { Icon } from './icon'
import styles from './theme-switch.module.css'

export type ThemeWords = { system: string; light: string; dark: string }

/** The place of the theme switch. islands/theme-switch.ts shows the button and makes it work. */
export function ThemeSwitch({ words }: { words: ThemeWords }) {
  return (
    <theme-switch
      class={styles.switch}
      label-system={words.system}
      label-light={words.light}
      label-dark={words.dark}
      suppressHydrationWarning
    >
      <button type="button" className={styles.button} aria-label={words.system} hidden suppressHydrationWarning>
        <Icon of={SunMoon} size={18} />
        <Icon of={Sun} size={18} />
        <Icon of={Moon} size={18} />
      </button>
    </theme-switch>
  )
}
