'use client'
import { Search } from 'lucide-react'
import { Button } from '@/components/button'
import { CommandPalette, type Place } from '@/components/command-palette'
import { Icon } from '@/components/icon'

/** The back office’s way to any page, person or proposal: ⌘K or Ctrl+K. */
export function AdminPalette({ places }: { places: Place[] }) {
  return (
    <CommandPalette
      places={places}
      search={search}
      trigger={
        <Button variant="quiet" size="small" icon={<Icon of={Search} />}>
          Go to <kbd>⌘K</kbd>
        </Button>
      }
    />
  )
}

async function search(query: string, signal: AbortSignal): Promise<Place[]> {
  const answer = await fetch(`/admin/find?${new URLSearchParams({ q: query })}`, { signal })
  if (!answer.ok || answer.redirected) return []
  const { items }: { items: Place[] } = await answer.json()
  return items
}
