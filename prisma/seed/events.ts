import type { Context } from './context'

/** Tracks of EnvoyCon's call, after the thirteen categories that its announcement names. */
const ENVOYCON_TRACKS = [
  ['using-and-integrating', 'Using and integrating Envoy, in cloud native stacks and in older ones'],
  ['production-stories', 'Stories of Envoy in production'],
  ['fundamentals', 'Fundamentals of Envoy and the thinking behind it'],
  ['internals', 'Internals and work on the core'],
  ['security', 'Security: deploying well, extensions, ties to authentication and authorisation'],
  ['performance', 'Performance: measuring, optimising, scaling'],
  ['apis-and-configuration', 'APIs, discovery services and pipelines for configuration'],
  ['monitoring', 'Monitoring in practice: logs, traces, statistics'],
  ['novel-extensions', 'New kinds of extensions'],
  ['porting', 'Porting Envoy to other platforms'],
  ['migrating', 'Moving to Envoy from other proxies and load balancers'],
  ['machine-learning', 'Machine learning on what Envoy reports, to find and mend outliers'],
  ['load-balancing', 'Load balancing, distributed and global, and strategies of health checks'],
] as const

const ENVOYCON_GUIDANCE = `This conference is the community’s own: tell of real use and of technology, and leave product \
pitches at home. Talks last 30 minutes, lightning talks 10. Every level is welcome, from beginner to expert.`

/**
 * The foundation's events of 2018, with what their sources state and nothing else: no days for Seattle's KubeCon, no
 * address for registering (EnvoyCon is attended through its parent), no opening moment of the call, no talks.
 */
export function addFoundationEvents(context: Context): void {
  const { rows, id } = context
  const [seattle, envoycon] = [id('event', 'kubecon-north-america-2018'), id('event', 'envoycon-2018')]
  const shared = { website: null, registrationUrl: null, languages: ['en'], createdAt: context.today }
  rows.event.push(
    {
      ...shared,
      id: seattle,
      slug: 'kubecon-north-america-2018',
      acronym: 'kubeconna2018',
      name: 'KubeCon + CloudNativeCon North America 2018',
      summary: 'The foundation’s conference in Seattle. EnvoyCon is a part of its Community Events Day.',
      parentId: null,
      startsOn: null,
      endsOn: null,
      timeZone: 'America/Los_Angeles',
      place: 'Seattle, Washington',
    },
    {
      ...shared,
      id: envoycon,
      slug: 'envoycon-2018',
      acronym: 'envoycon2018',
      name: 'EnvoyCon 2018',
      summary:
        'The first conference devoted to Envoy, for those who run it and those who build it into larger systems.',
      parentId: seattle,
      startsOn: new Date('2018-12-10'),
      endsOn: new Date('2018-12-10'),
      timeZone: 'America/Los_Angeles',
      place: 'Seattle, Washington',
    },
    {
      ...shared,
      id: id('event', 'kubecon-china-2018'),
      slug: 'kubecon-china-2018',
      acronym: 'kubeconcn2018',
      name: 'KubeCon + CloudNativeCon China 2018',
      summary: 'The first KubeCon + CloudNativeCon in China, held in Shanghai.',
      parentId: null,
      startsOn: new Date('2018-11-14'),
      endsOn: new Date('2018-11-15'),
      timeZone: 'Asia/Shanghai',
      place: 'Shanghai',
    },
  )
  addEnvoyConCall(context, envoycon)
}

function addEnvoyConCall({ rows, id }: Context, eventId: string): void {
  rows.call.push({
    id: id('call', eventId),
    eventId,
    kind: 'talks',
    position: 0,
    timeZone: null,
    opensAt: null,
    // Only the day is stated; it ends last at UTC−12.
    closesAt: new Date('2018-08-25T12:00:00Z'),
    closesByDay: true,
    graceMinutes: 0,
    limitPerPerson: null,
    guidance: ENVOYCON_GUIDANCE,
  })
  const add = (slug: string, position: number) => ({ id: id(eventId, slug), eventId, slug, position })
  rows.format.push({ ...add('talk', 0), name: 'Talk', minutes: 30 })
  rows.format.push({ ...add('lightning', 1), name: 'Lightning talk', minutes: 10 })
  rows.audienceLevel.push({ ...add('beginner', 0), name: 'Beginner' }, { ...add('expert', 1), name: 'Expert' })
  rows.track.push(...ENVOYCON_TRACKS.map(([slug, name], index) => ({ ...add(slug, index), name, color: null })))
}
