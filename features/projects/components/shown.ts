import type { Level } from '@/generated/prisma/enums'
import type { ProjectLine } from '../queries'
import { levelOn } from '../rules'
import { yearsBetween } from '../rules/view'

/** A project as a list shows it on one day. */
export interface Shown {
  project: ProjectLine
  level: Level
  entered: string
  /** The day since which it has this level. */
  since: string
  /** Whole years in the foundation. */
  years: number
  activity: Map<number, number> | undefined
}

export function shownOn(projects: ProjectLine[], day: string, activity: Map<string, Map<number, number>>): Shown[] {
  return projects.flatMap((project) => {
    const level = levelOn(project.moves, day)
    const [entered, since] = [project.moves[0]?.on, project.moves.findLast(({ on }) => on <= day)?.on]
    if (!level || !entered || !since) return []
    return [{ project, level, entered, since, years: yearsBetween(entered, day), activity: activity.get(project.slug) }]
  })
}
