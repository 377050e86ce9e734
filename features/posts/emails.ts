import type { Answer } from './schema'

interface Mail {
  subject: string
  text: string
}

export type PostMailKind =
  | 'invited'
  | 'submitted'
  | 'comment'
  | 'changes'
  | 'approved'
  | 'published'
  | 'reopened'
  | 'unpublished'

interface Facts {
  title: string
  url: string
  by: string
  text?: string
}

const WORDS: Record<PostMailKind, (facts: Facts) => [subject: string, text: string]> = {
  invited: ({ by }) => [
    'You are invited to write a guest post',
    `${by} invites you to write a guest post for our blog. You write it in the browser; it is saved as you type, and nobody reads it before you hand it in.`,
  ],
  submitted: ({ by, title }) => [
    `To review: “${title}”`,
    `${by} has handed in a guest post, “${title}”. It waits for an editor.`,
  ],
  comment: ({ by, title }) => [`About “${title}”`, `${by} has written about “${title}”.`],
  changes: ({ by, title }) => [
    `Changes wanted in “${title}”`,
    `${by} has read your post “${title}” and asks you to change it. It is open for writing again.`,
  ],
  approved: ({ by, title }) => [
    `“${title}” is approved`,
    `${by} has approved your post “${title}”. Everybody whom it quotes is asked now, where they have not been; once all have approved, it can come out.`,
  ],
  published: ({ title }) => [`“${title}” is published`, `Your post “${title}” is on its way to its readers.`],
  reopened: ({ by, title }) => [
    `“${title}” is open again`,
    `${by} has opened your post “${title}” for writing again. Readers keep the text as it is until the next one is approved.`,
  ],
  unpublished: ({ by, title }) => [
    `“${title}” has been taken off the site`,
    `${by} has taken “${title}” off the site. Your text is still here.`,
  ],
}

/** What the guest or the editors are told about a post. */
export function postMail(kind: PostMailKind, facts: Facts): Mail {
  const [subject, text] = WORDS[kind](facts)
  return { subject, text: letter(text, facts.text ? quoted(facts.text) : '', facts.url) }
}

interface QuoteFacts {
  name: string
  guest: string
  title: string
  words: string
  url: string
  days: number
}

/** Asks a quoted person. The page that it leads to has the buttons: looking at it answers nothing. */
export function quoteMail({ name, guest, title, words, url, days }: QuoteFacts): Mail {
  return {
    subject: `May we quote you? “${title}”`,
    text: `Dear ${name},

${guest} has written a post for our blog, “${title}”, in which you say:

${quoted(words)}

It comes out only if you approve these words. See them in their place, and approve or refuse them:

${url}

The link is for you alone and works for ${days} days. If you do not answer, you are not quoted.
`,
  }
}

const THEN = {
  held: 'The text is held back until the quote has been taken out or changed.',
  waiting: 'Others have still to answer.',
  ready: 'Every quote is approved now: an editor can publish the text.',
}

interface AnswerFacts {
  title: string
  name: string
  words: string
  answer: Answer
  remark: string
  then: keyof typeof THEN
  url: string
}

export function answerMail({ title, name, words, answer, remark, then, url }: AnswerFacts): Mail {
  return {
    subject: `${name} has ${answer} a quote in “${title}”`,
    text: letter(
      `${name} has ${answer} being quoted with:`,
      quoted(words),
      remark && `They say:\n\n${quoted(remark)}`,
      THEN[then],
      url,
    ),
  }
}

const letter = (...parts: string[]) => `${parts.filter(Boolean).join('\n\n')}\n`
const quoted = (text: string) => text.replace(/^/gm, '> ')
