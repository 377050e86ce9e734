import type { Site } from '@/components/brand'

/** A made-up foundation for the pages of this folder. */
export const site: Site = {
  name: 'Open Infrastructure Commons',
  shortName: 'Commons',
  logo: null,
  navigation: [
    { href: '/projects', label: 'Projects' },
    { href: '/blog', label: 'Articles' },
    { href: '/case-studies', label: 'Case studies' },
    { href: '/events', label: 'Events' },
    { href: '/ambassadors', label: 'Ambassadors' },
    { href: '/about', label: 'About' },
  ],
  footer: [
    {
      title: 'Read',
      links: [link('Articles', '/blog'), link('Case studies', '/case-studies'), link('Feeds', '/feeds')],
    },
    { title: 'Take part', links: [link('Open calls', '/events'), link('Become an ambassador', '/ambassadors/apply')] },
    {
      title: 'Foundation',
      links: [link('Changes', '/changes'), link('Privacy', '/privacy'), link('Licence', '/licence')],
    },
  ],
  notice: 'Text under CC BY 4.0. Names and logos of projects belong to their owners.',
}

export const words = {
  skip: 'Skip to the content',
  navigation: 'Main',
  menu: 'Menu',
  signIn: 'Sign in',
  theme: 'Theme: as the system',
}

function link(label: string, href: string) {
  return { label, href }
}
