import type { PostText } from '@/features/posts/schema'

/** Handed in and approved; of the two who are quoted in it one has answered. */
export const WAITING: PostText = {
  title: 'The week we let the queue decide',
  summary: 'A team of six stopped assigning tickets for a week. What it learnt about who had been waiting, and why.',
  text: `For three years one person handed out the work each morning. In May we stopped, for a week, and let everybody take what was oldest.

## Monday was quiet

Nobody believed it. The oldest ticket was four months old, and it took until noon before somebody opened it.

<Quote name="Renske Oudewater" affiliation="Halvard Systems">
I had read that ticket every Monday since January. It took me twenty minutes to close it, and an hour to stop blushing.
</Quote>

By the evening eleven tickets were gone. None of them had been hard; all of them had been somebody else’s.

## What the numbers say

| day | open in the morning | older than a month |
| --- | --- | --- |
| Monday | 64 | 23 |
| Wednesday | 41 | 6 |
| Friday | 29 | 0 |

The list is shorter. What surprised us more is that urgent work did not take longer than before.

<Quote name="Ikaika Mahoe" affiliation="Halvard Systems">
We had thought that a person protects us from the queue. It was the other way round.
</Quote>

We kept it. The person who had handed out the work now writes down why things take long, which nobody had time for.
`,
}

export const DRAFT: PostText = {
  title: 'Notes on a quiet pager',
  summary: 'Why our alerts fell silent for nine days, and what was wrong.',
  text: `It began with a good week. Nobody was woken, and we congratulated each other.

## Nine days

On the tenth day a customer called.
`,
}

export const PUBLISHED: PostText = {
  title: 'A meetup in a town with one café',
  summary: 'How forty people came to talk about clusters where the last train leaves at nine.',
  text: `The café has twenty-two chairs. For the first evening we had printed thirty name tags, to be on the safe side; by seven they were gone.

## What we did

We asked the library for its reading room, the school for its projector, and the baker for what was left at six. Nobody asked for money.

- One talk of twenty minutes, then a walk round the square.
- Questions during the walk, in pairs, not in front of everybody.
- The last train at nine is the end, whatever is being said.

## What we would do again

All of it. The second evening is in spring, and the café has bought chairs.
`,
}
