import ambassadors from './ambassadors.json'
import article from './article.json'
import blog from './blog.json'
import call from './call.json'
import cards from './cards.json'
import cases from './cases.json'
import changes from './changes.json'
import digest from './digest.json'
import events from './events.json'
import feeds from './feeds.json'
import front from './front.json'
import level from './level.json'
import missing from './missing.json'
import organizations from './organizations.json'
import parts from './parts.json'
import people from './people.json'
import preview from './preview.json'
import projects from './projects.json'
import schedule from './schedule.json'
import search from './search.json'
import site from './site.json'
import subscribe from './subscribe.json'
import text from './text.json'
import translation from './translation.json'

/** What the interface says, one file for each part of the site. */
export default {
  ambassadors,
  article,
  blog,
  call,
  cards,
  cases,
  changes,
  digest,
  events,
  feeds,
  front,
  level,
  missing,
  organizations,
  parts,
  people,
  preview,
  projects,
  schedule,
  search,
  site,
  subscribe,
  text,
  translation,
}
