import { capitalized, type Fill } from './phrases'
import type { Random } from './random'

const TALKS = [
  '{Doing}, {n} clusters later', '{About}: what we would do differently', 'A field guide to {about}',
  '{About} without tears', 'What {n} incidents taught us about {about}', 'The day {pain}', 'The week {pain}',
  '{Doing}: notes from {employer}', '{Project} in practice: {doing}', '{Lesson}', '{Lesson}: notes on {about}',
  '{About} for people who did not choose {project}', 'Inside {about}: a tour with the lid off',
  '{About}, from first principles', 'An honest look at {about}', '{About} on a budget', 'How we {past}',
  'How we {past}, and what broke', 'Should you {base}?', 'Stop guessing about {about}', '{Few} ways to get {about} wrong',
  '{About} at {employer}: {span} on', '{About}: a people problem', 'We {past}. Nobody noticed',
  'Before you {base}', 'Living with {about}', 'Two teams, one cluster: {about} in practice', '{Project} and {about}',
  'The unreasonable cost of {about}', 'What {employer} can teach you about {about}', '{About} at {company}',
  'Nobody asked for {about}', 'Small steps: {doing}', '“{Lesson}” and other things about {about} we learnt late',
  '{About} when the network is not your friend', 'From zero to {about} in {span}', 'The second year of {about}',
] // biome-ignore format: a list of words reads better filled
const WORKSHOPS = [
  'Hands on: {about} with {project}', 'Workshop: {doing}', 'Build it yourself: {about}', '{About}, step by step',
  'Bring your laptop: {about} from scratch', 'Clinic: {about} in your own cluster',
] // biome-ignore format: a list of words reads better filled
const LIGHTNING = [
  '{About} in ten minutes', 'One graph about {about}', 'What nobody tells you about {about}', 'How we {past}, very fast',
  'A small tool for {about}', 'The day {pain}', '{Lesson}', 'I was wrong about {about}',
] // biome-ignore format: a list of words reads better filled
const KEYNOTES = [
  '{Lesson}', 'The next ten years of {about}', 'What we owe each other: {about}', '{About} and the rest of us',
  'A short history of {about}', 'After the hype: {about}',
] // biome-ignore format: a list of words reads better filled
const PATTERNS: Record<string, readonly string[]> = {
  workshop: WORKSHOPS,
  tutorial: WORKSHOPS,
  lightning: LIGHTNING,
  keynote: KEYNOTES,
}

export function inventTitle(fill: Fill, format: string, random: Random): string {
  return capitalized(fill(random.pick(PATTERNS[format] ?? TALKS)))
}
