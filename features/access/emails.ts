import { ROLE_NAMES, type Role } from './schema'

interface Mail {
  subject: string
  text: string
}

export function signInMail({ url, host, minutes }: { url: string; host: string; minutes: number }): Mail {
  return {
    subject: `Sign in to ${host}`,
    text: `Open this page and press its button to sign in to ${host}:

${url}

The link works once, within ${minutes} minutes. If you did not ask for it, ignore this mail: nothing happens without the button.
`,
  }
}

export function roleMail({ role, eventName, url }: { role: Role; eventName: string | null; url: string }): Mail {
  const [title, place] = [ROLE_NAMES[role].toLowerCase(), eventName ?? 'the whole foundation']
  return {
    subject: eventName ? `You are now ${title} of ${eventName}` : `You are now ${title}`,
    text: `You have been given a role: ${title}, for ${place}.

Sign in with this address to begin:

${url}
`,
  }
}
