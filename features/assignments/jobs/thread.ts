import { parentPort, workerData } from 'node:worker_threads'
import { assign } from '@/engines/assignment'
import { changeOf, problemOf } from '../rules/plan'
import type { AssignmentFacts, PlanSettings } from '../schema'

export interface ThreadInput {
  facts: AssignmentFacts
  settings: PlanSettings
}
export interface ThreadProgress {
  round: number
  gap: number
}

/** Beside the process that serves: from the facts to the change, with a word after every round of the solver. */
const { facts, settings } = workerData as ThreadInput
const plan = assign(problemOf(facts, settings), (round, gap) => parentPort?.postMessage({ progress: { round, gap } }))
parentPort?.postMessage({ result: changeOf(facts, plan) })
