'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import * as Dialog from 'radix-ui/dialog'
import { type ReactNode, useEffect, useState } from 'react'
import { matches, useActiveOption } from './command-option'
import styles from './command-palette.module.css'
import { Icon } from './icon'

export type Place = { href: string; label: string; hint?: string; icon?: ReactNode; group: string }

type Words = { title: string; placeholder: string; empty: string; searching: string }

const english: Words = {
  title: 'Go to',
  placeholder: 'A page, a person, a proposal …',
  empty: 'Nothing has that name. Try fewer letters.',
  searching: 'Looking …',
}

type Props = {
  /** What is known without asking: the pages. */
  places: Place[]
  /** Looks further, once at least two letters are typed; a newer search aborts the older. */
  search?: (query: string, signal: AbortSignal) => Promise<Place[]>
  /** How to go there: a router's push, or plain navigation when left out. */
  onGo?: (href: string) => void
  trigger?: ReactNode
  words?: Words
}

/** ⌘K or Ctrl+K: goes to any page, person or proposal. */
export function CommandPalette({ places, search, onGo, trigger, words = english }: Props) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const { found, busy } = useFound(query, search)
  useShortcut(() => setOpen((was) => !was))

  const active = useActiveOption()
  // What the search has found fits, whatever its name.
  const fits = (href: string, typed: string, keywords?: string[]) =>
    found.some((place) => place.href === href) ? 1 : matches(typed, keywords)

  const go = (href: string) => {
    setOpen(false)
    if (onGo) onGo(href)
    else location.assign(href)
  }

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      {trigger && <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>}
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{words.title}</Dialog.Title>
          <Command ref={active} label={words.title} loop filter={fits}>
            <div className={styles.query}>
              <Icon of={Search} size={18} />
              <Command.Input value={query} onValueChange={setQuery} placeholder={words.placeholder} />
            </div>
            <Command.List className={styles.list}>
              {busy ? (
                <Command.Loading className={styles.empty}>{words.searching}</Command.Loading>
              ) : (
                <Command.Empty className={styles.empty}>{words.empty}</Command.Empty>
              )}
              {byGroup([...places, ...found]).map(([group, members]) => (
                <Command.Group key={group} heading={group} className={styles.group}>
                  {members.map(({ href, label, hint, icon }) => (
                    <Command.Item
                      key={href}
                      value={href}
                      keywords={[label, hint ?? '']}
                      className={styles.item}
                      onSelect={() => go(href)}
                    >
                      {icon}
                      <span>{label}</span>
                      {hint && <span className={styles.hint}>{hint}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function useShortcut(onPress: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      onPress()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

function useFound(query: string, search: Props['search']) {
  const [answer, setAnswer] = useState<{ query: string; places: Place[] }>({ query: '', places: [] })
  const wanted = search && query.trim().length >= 2 ? query.trim() : ''

  useEffect(() => {
    if (!search || !wanted) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search(wanted, abort.signal)
        .catch((): Place[] => [])
        .then((places) => !abort.signal.aborted && setAnswer({ query: wanted, places }))
    }, 120)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted, search])

  return { found: wanted ? answer.places : [], busy: wanted !== '' && answer.query !== wanted }
}

function byGroup(places: Place[]): [string, Place[]][] {
  const groups = new Map<string, Place[]>()
  for (const place of new Map(places.map((place) => [place.href, place])).values())
    groups.set(place.group, [...(groups.get(place.group) ?? []), place])
  return [...groups]
}
