import { Prisma } from '@/generated/prisma/client'

/** People whom another event has accepted, and when they were first told: `person_id`, `at`. */
export const acceptedElsewhere = (event: { id: string }) => Prisma.sql`
  select s.person_id, min(p.announced_at) as at from proposal_speaker s
  join proposal p on p.id = s.proposal_id and p.event_id <> ${event.id}::uuid
  where p.announced = 'accepted' and p.cancelled_at is null and p.answer is distinct from 'declined'
  group by s.person_id`
