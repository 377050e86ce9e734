/** What a file of content/ may be, named by its folder. */
export const FOLDERS = {
  blog: 'article',
  'case-studies': 'case-study',
  projects: 'project',
  organizations: 'organization',
  pages: 'page',
} as const

export type Folder = keyof typeof FOLDERS
export type Kind = (typeof FOLDERS)[Folder]
export const KINDS: readonly Kind[] = Object.values(FOLDERS)

const FOLDER_OF = { article: 'blog', 'case-study': 'case-studies', project: 'projects', organization: 'organizations' }

/** The address of a text, without its language: `/blog/some-slug`; plain pages live at the root. */
export function pathOf(kind: Kind, slug: string): string {
  return kind === 'page' ? `/${slug}` : `/${FOLDER_OF[kind]}/${slug}`
}

export { localized } from '@/lib/i18n/addresses'
