import type { Drawing } from '@/features/content/components/drawing'
import { highlight } from '@/features/content/formats/highlight'

/** What draws a text that points at nothing, or at what is given; words are their own keys. */
export function aDrawing({
  live,
  ...says
}: Partial<Omit<Drawing, 'live'>> & { live?: Partial<Drawing['live']> } = {}): Drawing {
  const key = (word: string) => word
  const nothing = { projects: new Map(), people: new Map(), calls: new Map(), schedules: new Map() }
  return {
    locale: 'en',
    live: { ...nothing, today: '2027-01-01', hidden: new Set<string>(), localPath: () => null, ...live },
    figures: [],
    words: key,
    parts: key,
    levels: key,
    calls: key,
    highlight,
    ...says,
  }
}
