import type { SoftwareSourceCode } from 'schema-dts'
import { localized } from '@/lib/i18n/addresses'

interface Source {
  slug: string
  name: string
  tagline: string
  homepage: string | null
  repository: string | null
  moves: { level: string; on: string }[]
}

/** A project: its source code, and since when the foundation has it. */
export function softwareSourceCode(project: Source, origin: string, locale: string): SoftwareSourceCode {
  const { slug, name, tagline, homepage, repository, moves } = project
  const entered = moves.map(({ on }) => on).sort()[0]
  return {
    '@type': 'SoftwareSourceCode',
    name,
    description: tagline,
    url: origin + localized(`/projects/${slug}`, locale),
    ...(repository ? { codeRepository: repository } : {}),
    ...(homepage ? { sameAs: homepage } : {}),
    ...(entered ? { datePublished: entered } : {}),
    maintainer: { '@id': `${origin}/#organization` },
  }
}
