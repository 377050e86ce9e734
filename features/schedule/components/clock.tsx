import { wallClock } from '@/lib/time'

/** A time as the venue's clock shows it; `<zone-switch>` turns it over to the reader's. */
export function Clock({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <time dateTime={at.toISOString()} data-wall>
      {wallClock(at, timeZone).slice(11, 16)}
    </time>
  )
}
