/** The patterns from which abstracts are put together; the placeholders are those of phrases.ts. */

export const OPENINGS = [
  'It began on an ordinary afternoon, when {pain}.',
  'At {employer}, {pain}.',
  'For {span} we believed that we had {about} under control; then {pain}.',
  'Everybody has an opinion on {about}, and few have numbers.',
  'There is a version of this talk in which everything works. In ours, {pain}.',
  'Most talks about {about} end where the interesting part starts, which is the second year.',
  'When {employer} asked us for help, {pain}.',
  'Our team looks after {about} for {n} other teams, and we were the ones holding them up.',
  'This is the story of how {pain}, told by the person who caused it.',
  'Ask ten engineers about {about} and you will hear about ten tools; we would like to talk about habits.',
  'Nobody plans for the day on which {pain}.',
  'At {company} {pain}, and for a while we simply lived with it.',
  '{Lesson}: it took us {span} to understand that sentence.',
  'I used to think of {about} as a solved problem.',
  'Two facts did not fit together: the dashboards were calm, and {pain}.',
  'We are a team of {few} with {many} services and no night shift.',
  'What do you do when {pain}, and the person who built it has left?',
  'Last winter {pain}.',
]

export const CONTEXTS = [
  'The system behind it is neither large nor small: {n} clusters, {many} services, and a history that explains most of it.',
  'We run on {project}, on machines of our own and in two rented regions, which matters more than we thought.',
  'The usual advice assumes that you can start again, and we could not.',
  'Behind the technology stood an old question: who is allowed to be surprised.',
  'None of us had chosen this design, which turned out to help, because none of us had to defend it.',
  'The constraints were plain: no new people, no downtime, and a freeze from November to January.',
  'There were {few} earlier attempts, and we read every document that they had left behind.',
  'It did not help that {pain}.',
  'With {many} people committing to the same place, small annoyances compound.',
  'We will keep the architecture to one slide, because the interesting decisions were made in conversations.',
  'Since {employer} is not a software company, nobody was going to wait for us.',
  'The project’s own documentation warns about this, on a page that we found afterwards.',
  'For {audience} this may sound familiar.',
  'You do not need our scale for this; the first signs appear with {few} services.',
  'It is worth saying that {project} did exactly what we had told it to do.',
]

export const DEEDS = [
  'We started by {doing}.',
  'First we {past}, because it could be undone within an hour.',
  'After a month of measuring we {past}.',
  'The step that everybody advised against was {doing}; we did it anyway, on a Tuesday.',
  'Then we {past} and waited for complaints.',
  'In the end it came down to {doing}.',
  'A colleague suggested {doing}, and it took us embarrassingly long to listen.',
  'We {past}, which was more work than expected and paid for itself before the summer.',
  'Only then did we {base}.',
  'What made the difference was {doing}, one team at a time.',
  'Because {lesson}, we {past}.',
  'Instead of buying something we {past}.',
  'By {doing} we learnt which of our assumptions had been folklore.',
]

export const OFFERS = [
  'We show how to {base} without asking everybody to stop what they are doing.',
  'We compare two ways to {base}, and say which one we would choose today.',
  'There is a short demonstration of {doing}, live, with a fallback in case the network has other plans.',
  'How to {base} is shown twice: once as planned, once as it really goes.',
  'We go through {doing} slowly, with every command on the screen.',
]

export const STEPS = [...DEEDS, ...OFFERS]

export const EVIDENCE = [
  'Within {span}, {change}.',
  'The result can be measured: {change}.',
  '{Change}, and it has stayed there for {span}.',
  'We expected little; {change}.',
  'After the change {change}, which is less than the slide for our management says and still worth it.',
  'On the worst day since, {change} and nobody was woken.',
  'All raw numbers are public; in short, {change}.',
  'Half of the gain came from the dullest change: {change} in a single week.',
  'To be fair, some of it was luck, yet {change}.',
  'The graph of this talk has one line on it: {change}.',
  'Across {n} clusters {change}.',
  'Our control group, which changed nothing, helps to believe the rest: with the change, {change}.',
]

export const LIMITS = [
  'It did not all go well: one team went back to the old way and had good reasons.',
  'We also report what failed, among it {few} weeks spent on an idea that we should have tested with paper.',
  'Should it never have happened to you that {pain}, you may not need any of this.',
  'There are parts that we would not repeat, and they are in the slides in red.',
  'What we have not solved is {about}; bring ideas.',
  'It costs something: somebody has to own it, and for {span} that was one person.',
  'We were wrong about the order of things, and the order is most of this talk.',
  'A caveat: our traffic is dull, predictable and asleep at night.',
  'The approach stops working at about {many} services, and we can show where.',
  'Three of our patches to {project} were refused, rightly, and the discussion was worth more than the patches.',
  'One of our measurements was off by a factor of ten for a month; you will see how we noticed.',
]

export const TAKEAWAYS = [
  'If you remember one thing, let it be that {lesson}.',
  'The talk closes with a checklist of one page, made for {audience}, and with our belief that {lesson}.',
  'You will be able to tell whether this is your problem, what the first week looks like, and when to stop.',
  'We hope that {audience} go home with the courage to {base}.',
  'Come for the outage, stay for the conclusion: {lesson}.',
  'Everything that we show is in a public repository, including the parts that we regret.',
  'The lesson is not about {project}: {lesson}.',
  'It ends with {few} questions that you can put to your own team on Monday.',
]

export const TAKEAWAY_ITEMS = [
  'a way to tell what {about} would cost you',
  'the {few} numbers to watch while you {base}',
  'a list of what we broke, in the order in which we broke it',
  'an argument for your management: {lesson}',
  'the configuration that we run, with comments',
  'a plan for the first month, week by week',
  'a short script for finding out how bad it is at your place',
  'permission to leave things alone',
  'names of people in the {project} community who know more than we do',
  'a rule of thumb for when to {base}',
]

export const CLOSINGS = [
  'There will be time for questions, and we like the uncomfortable ones.',
  'No earlier knowledge of {project} is needed.',
  'The talk is for {audience}; everybody else is welcome and will have to bear some graphs.',
  'Expect one diagram, two mistakes and no product.',
  '{Lesson}.',
  'The code is open and small enough to read on the way home.',
  'You should have run {project} in production for a while, or be about to.',
  'We would rather be corrected than applauded.',
  'Nothing here is for sale.',
  'It is a talk about {about}, but mostly about asking earlier.',
]
