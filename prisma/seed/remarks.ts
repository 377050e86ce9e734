import type { Random } from './random'

const REMARKS = {
  low: [
    'I read it twice and still cannot say what the talk is.', 'Reads like the home page of a product.',
    'The topic is fine, but nothing suggests that it was tried.', 'Three talks in one, and none of them finished.',
    'No numbers, no limits, no audience. I would pass.', 'We had almost this two years ago, with more substance.',
  ],
  middle: [
    'Solid, if not new. Would fit as a lightning talk.', 'The middle is strong; the promise at the start is too wide.',
    'Depends on the speaker. The abstract alone does not decide it.', 'Useful for beginners, and we have few of those.',
    'I like the honesty about limits. The evidence is thin.', 'Overlaps with another one in this track; take one of them.',
    'Good story. I am not sure that it carries half an hour.', 'Would be better with one example less and one number more.',
  ],
  high: [
    'Exactly what people ask for in the feedback forms.', 'Clear, specific, measured. Take it.',
    'The part about what failed is worth the trip alone.', 'I would go to this one myself.',
    'Rare topic, real data, says whom it is for.', 'Could open the track.', 'Strong enough for the big room.',
  ],
} as const // biome-ignore format: a list of words reads better filled
const WISHES = {
  low: [
    'Please say what somebody will be able to do after your talk.', 'Less about the tool, more about what you lived through.',
    'One story told fully would convince me more than the list.',
  ],
  middle: [
    'Tell us how large your system is; it helps to judge what carries over.', 'Name the audience: beginners would be lost.',
    'A number or two would make this much stronger.', 'I would drop the introduction and start with the incident.',
  ],
  high: [
    'Thank you, this was a pleasure to read.', 'Please keep the part about what you would not do again.',
    'Leave time for questions; there will be many.',
  ],
} as const // biome-ignore format: a list of words reads better filled

/** What the committee reads. */
export function remarkFor(mean: number, random: Random): string {
  return random.pick(REMARKS[bandOf(mean)])
}

/** What the speaker will read. */
export function wishFor(mean: number, random: Random): string {
  return random.pick(WISHES[bandOf(mean)])
}

function bandOf(mean: number): keyof typeof REMARKS {
  if (mean < 2.5) return 'low'
  return mean < 3.8 ? 'middle' : 'high'
}
