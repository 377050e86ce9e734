import { accessPage } from './generated-docs/access'
import { lifeCyclePage } from './generated-docs/life-cycle'

/** Every page of docs/ that is made from a table of the code, by its file. A test holds the files against these. */
export const GENERATED: Record<string, () => string> = {
  'docs/access.md': accessPage,
  'docs/life-cycle.md': lifeCyclePage,
}
