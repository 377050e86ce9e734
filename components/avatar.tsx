import styles from './avatar.module.css'

type Props = {
  name: string
  /** A picture of our own; nothing is asked of other sites. */
  src?: string | null | undefined
  /** Pixels. */
  size?: number
  /** Say the name where it does not stand beside the face. */
  labelled?: boolean
}

/** A face, or the person's initials on a hue that stays theirs. */
export function Avatar({ name, src, size = 40, labelled = false }: Props) {
  if (src)
    return (
      <img className={styles.avatar} src={src} width={size} height={size} alt={labelled ? name : ''} loading="lazy" />
    )
  const naming = labelled ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true }
  return (
    <span className={styles.avatar} style={{ '--hue': hueOf(name), '--size': `${size / 16}rem` }} {...naming}>
      {initialsOf(name)}
    </span>
  )
}

/** The first letters of the first and the last name; of a Han name, its last two characters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  if (/\p{Script=Han}/u.test(first)) return [...first].slice(-2).join('')
  return [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join('')
    .toUpperCase()
}

/** One of 24 hues, the same for the same name everywhere. */
export function hueOf(name: string): number {
  let hash = 0
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return (hash % 24) * 15
}
