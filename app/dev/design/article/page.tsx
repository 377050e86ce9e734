import { Avatar } from '@/components/avatar'
import { Breadcrumb } from '@/components/breadcrumb'
import { Card } from '@/components/card'
import { Contents } from '@/components/contents'
import { PageHeader, SectionHead } from '@/components/page-header'
import { SiteShell } from '@/components/site-shell'
import { Timeline } from '@/components/timeline'
import { gateDemo } from '@/features/access/gate'
import { Prose } from '../_prose'
import { site, words } from '../_sample'

const related = [
  ['How a project graduates', 'Names the same criteria'],
  ['Two audits, and what they found', 'Cites this article'],
  ['The first sandbox cohort', 'By the same author'],
]

const entries = [
  { id: 'maintainers', text: 'What it asks of maintainers', depth: 2 },
  { id: 'adopters', text: 'What it tells adopters', depth: 2 },
  { id: 'figures', text: 'In figures', depth: 3 },
]

export default async function ArticlePage() {
  await gateDemo('/dev/design/article')
  return (
    <SiteShell
      site={site}
      words={words}
      locale="en"
      current="/blog/what-a-level-promises"
      alternate={{ href: '/zh/blog/what-a-level-promises', label: '中文', locale: 'zh' }}
    >
      <article className="wrap">
        <div className="reading">
          <div className="reading-head">
            <PageHeader
              breadcrumb={<Breadcrumb items={[{ href: '/blog', label: 'Articles' }]} />}
              kicker="Essay"
              title="What a maturity level promises, and to whom"
              lede="Four words decide what thousands of teams dare to run. It is worth knowing what stands behind each."
              meta={
                <>
                  <span className="cluster" style={{ '--gap': 'var(--space-2)' }}>
                    <Avatar name="Mina Okafor" size={32} /> <a href="/people/mina-okafor">Mina Okafor</a>
                  </span>
                  <time dateTime="2026-11-12">Thursday, 12 November 2026</time>
                  <span>6 minutes</span>
                </>
              }
            />
          </div>
          <div className="reading-rail">
            <Contents title="Contents" entries={entries} />
          </div>
          <div className="reading-text">
            <Prose />
          </div>
          <aside className="reading-notes stack" aria-labelledby="since">
            <h2 id="since" style={{ fontSize: 'var(--text-xl)' }}>
              Since then
            </h2>
            <Timeline
              moments={[
                { date: '20 November 2026', dateTime: '2026-11-20', title: 'A second audit was published' },
                { date: '18 November 2026', dateTime: '2026-11-18', title: 'Linkerd asked to graduate' },
              ]}
            />
          </aside>
        </div>
        <div style={{ marginBlockStart: 'var(--space-16)' }}>
          <SectionHead title="Read on" />
          <div className="columns">
            {related.map(([title, reason]) => (
              <Card key={title} href="#related" kicker={reason} title={title} />
            ))}
          </div>
        </div>
      </article>
    </SiteShell>
  )
}
