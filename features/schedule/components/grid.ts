import type { ListedDay, ListedRoom, Listing } from '../formats/programme'

/** A day as a table: each column a room, each row from one moment at which something begins or ends to the next. */
export interface DayGrid {
  rooms: ListedRoom[]
  /** How many minutes each row lasts. */
  rows: number[]
  cells: Cell[]
}

export interface Cell {
  listing: Listing
  /** Lines of the grid, from 1. */
  row: [number, number]
  column: [number, number]
}

/** A break beside which nothing else takes place goes through all rooms. */
export function gridOf({ rooms: groups }: ListedDay): DayGrid {
  const rooms = groups.map(({ room }) => room)
  const listings = groups.flatMap((group) => group.listings).sort((a, b) => +a.startsAt - +b.startsAt)
  const moments = [...new Set(listings.flatMap(({ startsAt, endsAt }) => [+startsAt, +endsAt]))].sort((a, b) => a - b)
  const line = (moment: Date) => moments.indexOf(+moment) + 1
  return {
    rooms,
    rows: moments.slice(1).map((moment, index) => (moment - (moments[index] ?? moment)) / 60_000),
    cells: listings.map((listing) => {
      const own = rooms.indexOf(listing.room) + 1
      const column: [number, number] = isForAll(listing, listings) ? [1, rooms.length + 1] : [own, own + 1]
      return { listing, row: [line(listing.startsAt), line(listing.endsAt)], column }
    }),
  }
}

function isForAll(listing: Listing, listings: Listing[]): boolean {
  if (listing.slot.session.code !== null) return false
  return !listings.some(
    (other) => other !== listing && other.startsAt < listing.endsAt && listing.startsAt < other.endsAt,
  )
}
