import type { Role } from '@/features/access/schema'
import { query } from './database'

export interface Page {
  name: string
  path: string
  /** Signed in as this demo role; nobody where absent. */
  role?: Role
}

/** Pages of the foundation's own content: documents that everybody reads alike. */
export const DOCUMENTS: Page[] = [
  { name: 'front', path: '/' },
  { name: 'front-zh', path: '/zh' },
  { name: 'blog', path: '/blog' },
  { name: 'article', path: '/blog/demystifying-rbac-in-kubernetes' },
  { name: 'article-figures', path: '/blog/jd-interview' },
  { name: 'article-zh', path: '/zh/blog/harbor-jinru-shaxiang' },
  { name: 'side-by-side', path: '/zh/blog/harbor-jinru-shaxiang/side-by-side' },
  { name: 'side-by-side-study', path: '/case-studies/pearson/side-by-side' },
  { name: 'case-study-zh', path: '/zh/case-studies/peisheng' },
  { name: 'case-studies', path: '/case-studies' },
  { name: 'case-studies-filtered', path: '/zh/case-studies?industry=education' },
  { name: 'figures', path: '/case-studies/figures' },
  { name: 'case-study', path: '/case-studies/pinterest' },
  { name: 'case-study-figures', path: '/case-studies/pearson' },
  { name: 'changes', path: '/changes' },
  { name: 'changes-zh', path: '/zh/changes?kind=level' },
  { name: 'projects', path: '/projects' },
  { name: 'projects-table', path: '/projects?view=table&sort=level' },
  { name: 'projects-landscape', path: '/projects?view=landscape&on=2018-09-01' },
  { name: 'projects-timeline', path: '/projects/timeline' },
  { name: 'project', path: '/projects/harbor' },
  { name: 'organization', path: '/organizations/vmware' },
  { name: 'person', path: '/people/cheryl-hung' },
  { name: 'ambassadors', path: '/ambassadors' },
  { name: 'ambassadors-zh', path: '/zh/ambassadors?when=all' },
  { name: 'author', path: '/blog/authors/javier-salmeron' },
  { name: 'archive', path: '/blog/archive/2018' },
  { name: 'articles-of-a-kind', path: '/blog?category=interview' },
  { name: 'tag', path: '/blog/tags/sandbox' },
  { name: 'about', path: '/about' },
  { name: 'writing', path: '/writing' },
  { name: 'search', path: '/search' },
  { name: 'search-results', path: '/search?q=kubernetes' },
  { name: 'search-filtered', path: '/search?q=kubernetes&kind=article&tag=security' },
  { name: 'search-nothing', path: '/search?q=xqzvwk' },
  { name: 'search-zh', path: '/zh/search?q=%E6%B2%99%E7%AE%B1' },
  { name: 'events', path: '/events' },
  { name: 'event-historic', path: '/events/envoycon-2018' },
]

/** The demo's two invented events, and a proposal of each kind: found, since their names are the seed's affair. */
export async function demoFacts() {
  const [facts] = await query<{
    coming: string
    past: string
    session: string
    mine: string
    mineAt: string
    reviewed: string
    proposal: string
    ambassador: string
    term: string
    application: number
    text: string
    draft: string
    waiting: string
    published: string
    quote: string
    message: string
  }>(`
    with demo as (select value as people from setting where key = 'demo-people'),
    coming as (select e.id, e.slug from event e join call c on c.event_id = e.id where c.closes_at > now() order by e.created_at limit 1),
    past as (select e.id, e.slug from event e join release r on r.event_id = e.id where e.ends_on < now() order by e.ends_on desc limit 1)
    select (select slug from coming) as coming, (select slug from past) as past,
      (select p.code from slot s join proposal p on p.id = s.proposal_id join past on past.id = s.event_id
        where p.answer = 'confirmed' order by s.number limit 1) as session,
      (select p.code from proposal p join proposal_speaker s on s.proposal_id = p.id, demo
        where s.person_id = (people ->> 'speaker')::uuid and p.submitted_at is not null and p.withdrawn_at is null
        order by p.code limit 1) as mine,
      (select e.slug from proposal p join event e on e.id = p.event_id join proposal_speaker s on s.proposal_id = p.id, demo
        where s.person_id = (people ->> 'speaker')::uuid and p.submitted_at is not null and p.withdrawn_at is null
        order by p.code limit 1) as "mineAt",
      (select p.code from proposal p join assignment a on a.proposal_id = p.id join coming on coming.id = p.event_id, demo
        where a.reviewer_id = (people ->> 'reviewer')::uuid and p.submitted_at is not null order by p.code limit 1) as reviewed,
      (select p.code from proposal p join coming on coming.id = p.event_id where p.submitted_at is not null order by p.code limit 1) as proposal,
      (select p.slug from ambassador_term t join person p on p.id = t.person_id where t.ends_on > now() order by p.slug limit 1) as ambassador,
      (select t.id from ambassador_term t join person p on p.id = t.person_id where t.ends_on > now() order by p.slug limit 1) as term,
      (select min(number) from ambassador_application) as application,
      (select d.id from document d where d.kind = 'article' and d.slug = 'jd-interview') as text,
      (select id from guest_post where title = 'Notes on a quiet pager') as draft,
      (select id from guest_post where title = 'The week we let the queue decide') as waiting,
      (select slug from guest_post where title = 'A meetup in a town with one café') as published,
      (select substring(text from '/quotes/([A-Za-z0-9_-]+)') from outbox_message
        where dedupe_key = 'demo quote 1') as quote,
      (select m.id from outbox_message m join coming on coming.id = m.event_id where m.state = 'draft' order by m.id limit 1) as message`)
  if (!facts) throw new Error('The demo data say nothing.')
  return facts
}

/** Every page of the thread. */
export async function allPages(): Promise<Page[]> {
  const {
    coming,
    past,
    session,
    mine,
    mineAt,
    reviewed,
    proposal,
    ambassador,
    term,
    application,
    text,
    draft,
    waiting,
    published,
    quote,
    message,
  } = await demoFacts()
  const admin = `/admin/events/${coming}`
  return [
    ...DOCUMENTS,
    { name: 'event-open', path: `/events/${coming}` },
    { name: 'call', path: `/events/${coming}/cfp` },
    { name: 'submit-posters', path: `/events/${coming}/submit?call=posters` },
    { name: 'admin-events', path: '/admin/events', role: 'admin' },
    { name: 'admin-event-new', path: '/admin/events/new', role: 'admin' },
    { name: 'admin-settings', path: `${admin}/settings`, role: 'chair' },
    { name: 'admin-call', path: `${admin}/settings/calls/talks`, role: 'chair' },
    { name: 'admin-form', path: `${admin}/settings/form?edit=to-bring`, role: 'chair' },
    { name: 'event-past', path: `/events/${past}` },
    { name: 'schedule', path: `/events/${past}/schedule` },
    { name: 'session', path: `/events/${past}/sessions/${session}` },
    { name: 'speakers', path: `/events/${past}/speakers` },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'subscribe', path: '/subscribe' },
    { name: 'subscribe-zh', path: '/subscribe?locale=zh' },
    { name: 'unsubscribe', path: '/unsubscribe/unknown' },
    { name: 'submit-visitor', path: `/events/${coming}/submit` },
    { name: 'submit', path: `/events/${coming}/submit`, role: 'speaker' },
    { name: 'me', path: '/me', role: 'speaker' },
    { name: 'profile', path: '/me/profile', role: 'speaker' },
    { name: 'my-proposal', path: `/me/proposals/${mine}`, role: 'speaker' },
    { name: 'my-versions', path: `/me/proposals/${mine}/versions`, role: 'speaker' },
    { name: 'my-talks', path: '/me/talks', role: 'speaker' },
    { name: 'my-event', path: `/me/events/${mineAt}`, role: 'speaker' },
    { name: 'invitation-over', path: '/invitations/none' },
    { name: 'apply', path: '/ambassadors/apply', role: 'editor' },
    { name: 'reference', path: '/ambassadors/reference?token=gone' },
    { name: 'my-term', path: '/me/ambassador', role: 'editor' },
    { name: 'ambassador', path: `/people/${ambassador}` },
    { name: 'admin-ambassadors', path: '/admin/ambassadors', role: 'ambassador-manager' },
    { name: 'admin-appoint', path: '/admin/ambassadors/appoint', role: 'ambassador-manager' },
    { name: 'admin-term', path: `/admin/ambassadors/terms/${term}`, role: 'ambassador-manager' },
    { name: 'admin-application', path: `/admin/ambassadors/${application}`, role: 'ambassador-manager' },
    { name: 'admin-person', path: `/admin/people/${ambassador}`, role: 'ambassador-manager' },
    { name: 'my-posts', path: '/me/posts', role: 'speaker' },
    { name: 'my-post', path: `/me/posts/${draft}`, role: 'speaker' },
    { name: 'my-post-waiting', path: `/me/posts/${waiting}`, role: 'speaker' },
    { name: 'guest-article', path: `/blog/${published}` },
    { name: 'quote', path: `/quotes/${quote}` },
    { name: 'quote-over', path: '/quotes/none' },
    { name: 'preview-over', path: '/preview/none' },
    { name: 'admin-content', path: '/admin/content', role: 'editor' },
    { name: 'admin-calendar', path: '/admin/content/calendar?month=2018-08', role: 'editor' },
    { name: 'admin-text', path: `/admin/content/${text}`, role: 'editor' },
    { name: 'admin-text-preview', path: `/admin/content/${text}/preview`, role: 'editor' },
    { name: 'admin-posts', path: '/admin/content/posts', role: 'editor' },
    { name: 'admin-post', path: `/admin/content/posts/${waiting}`, role: 'editor' },
    { name: 'admin', path: '/admin', role: 'chair' },
    { name: 'admin-event', path: admin, role: 'chair' },
    { name: 'admin-proposals', path: `${admin}/proposals`, role: 'chair' },
    { name: 'admin-proposal', path: `${admin}/proposals/${proposal}`, role: 'chair' },
    { name: 'admin-versions', path: `${admin}/proposals/${proposal}/versions`, role: 'chair' },
    { name: 'admin-export', path: `${admin}/export`, role: 'chair' },
    { name: 'admin-speakers', path: `${admin}/speakers`, role: 'chair' },
    { name: 'admin-review', path: `${admin}/review`, role: 'reviewer' },
    { name: 'admin-review-one', path: `${admin}/review/${reviewed}`, role: 'reviewer' },
    { name: 'admin-preferences', path: `${admin}/review/preferences`, role: 'reviewer' },
    { name: 'admin-assignments', path: `${admin}/assignments`, role: 'chair' },
    { name: 'admin-review-progress', path: `${admin}/review/progress`, role: 'chair' },
    { name: 'admin-settings-review', path: `${admin}/settings/review`, role: 'chair' },
    { name: 'admin-decisions', path: `${admin}/decisions`, role: 'chair' },
    { name: 'admin-statistics', path: `${admin}/statistics`, role: 'chair' },
    { name: 'admin-suggestion', path: `${admin}/decisions?suggest=1`, role: 'chair' },
    { name: 'admin-schedule', path: `${admin}/schedule`, role: 'chair' },
    { name: 'admin-answers', path: `${admin}/answers`, role: 'chair' },
    { name: 'admin-mail', path: `${admin}/mail`, role: 'chair' },
    { name: 'admin-templates', path: `${admin}/mail/templates`, role: 'chair' },
    { name: 'admin-message', path: `${admin}/mail/${message}`, role: 'chair' },
    { name: 'admin-team', path: `${admin}/team`, role: 'chair' },
    { name: 'admin-access', path: '/admin/access', role: 'admin' },
    { name: 'dev-sign-in', path: '/dev/sign-in' },
    { name: 'dev-mailbox', path: '/dev/mailbox' },
    { name: 'dev-design', path: '/dev/design' },
    { name: 'not-found', path: '/nowhere/at-all' },
    { name: 'forbidden', path: `${admin}/decisions`, role: 'reader' },
  ]
}
