import { Archive, CalendarCheck, CircleDot, Hourglass, type LucideIcon, Megaphone, Send } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Badge, type Tone } from '@/components/badge'
import { Icon } from '@/components/icon'
import type { Locale } from '@/lib/i18n/routing'
import type { EventPhase } from '../rules'

const LOOKS: Record<EventPhase, [LucideIcon, Tone]> = {
  announced: [Megaphone, 'neutral'],
  'call-open': [Send, 'accent'],
  'in-review': [Hourglass, 'neutral'],
  'programme-out': [CalendarCheck, 'positive'],
  running: [CircleDot, 'positive'],
  over: [Archive, 'neutral'],
}

/** Where an event stands, as an icon and words. */
export async function PhaseBadge({ phase, locale }: { phase: EventPhase; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const [icon, tone] = LOOKS[phase]
  return (
    <Badge tone={tone} icon={<Icon of={icon} size={13} />}>
      {t(`phase.${phase}`)}
    </Badge>
  )
}
