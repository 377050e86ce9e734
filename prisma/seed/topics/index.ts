import { community } from './community'
import { data } from './data'
import { networking } from './networking'
import { observability } from './observability'
import { platforms } from './platforms'
import { security } from './security'
import type { Topic } from './topic'

export type { Topic, TrackWord } from './topic'

export const TOPICS: readonly Topic[] = [
  ...platforms,
  ...networking,
  ...observability,
  ...security,
  ...data,
  ...community,
]
