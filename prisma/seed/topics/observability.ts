import type { Topic } from './topic'

export const observability: Topic[] = [
  {
    track: 'observability',
    about: ['alerting', 'on-call rotations', 'pages that wake people', 'runbooks'],
    pains: [
      'four in five pages needed no action at all',
      'the person on call muted the channel to get some sleep',
      'a runbook sent its reader to a wiki that had been switched off',
    ],
    moves: [
      'delete|deleted|deleting every alert that nobody had acted on in a quarter',
      'alert|alerted|alerting on what users feel and nothing else',
      'review|reviewed|reviewing last week’s pages every Tuesday with the people they woke',
      'write|wrote|writing runbooks while it still hurts',
    ],
    measures: ['the number of pages|a week', 'the time to acknowledge a page|min'],
    lessons: [
      'an alert is a question put to a tired person',
      'silence has to be earned',
      'what nobody reads should not be sent',
    ],
    projects: ['Prometheus'],
  },
  {
    track: 'observability',
    about: ['high-cardinality metrics', 'long-term metric storage', 'recording rules', 'metrics pipelines'],
    pains: [
      'one label with a customer number doubled the bill overnight',
      'a dashboard needed forty seconds to draw',
      'the monitoring went down before the thing that it monitored',
    ],
    moves: [
      'set|set|setting a budget of series for each team',
      'aggregate|aggregated|aggregating close to where numbers are born',
      'find|found|finding out which metrics had never been looked at',
      'test|tested|testing recording rules like any other code',
    ],
    measures: ['the number of active series|', 'the time to draw a dashboard|s'],
    lessons: [
      'most numbers are written once and read never',
      'a label is a multiplication',
      'monitoring deserves the boring hardware',
    ],
    projects: ['Prometheus', 'OpenMetrics'],
  },
  {
    track: 'observability',
    about: ['distributed tracing', 'trace sampling', 'context propagation', 'spans that say something'],
    pains: [
      'the one trace that mattered had not been sampled',
      'every span was called “process”',
      'a queue in the middle cut each trace in two',
    ],
    moves: [
      'keep|kept|keeping whole traces only where something was slow or wrong',
      'carry|carried|carrying context through queues, cron jobs and one mainframe',
      'name|named|naming spans after what a user would say',
      'start|started|starting from three questions instead of from a library',
    ],
    measures: ['the time to find a cause|min', 'the volume of stored traces|GB'],
    lessons: [
      'a trace is a story and needs a plot',
      'sampling decides what you will never know',
      'instrumentation is a habit before it is a tool',
    ],
    projects: ['Envoy', 'OpenMetrics', 'Prometheus'],
  },
  {
    track: 'observability',
    about: ['service level objectives', 'error budgets', 'reliability targets', 'promises to users'],
    pains: [
      'the dashboard was green while the help desk was on fire',
      'a target of five nines had been chosen in a meeting about fonts',
      'every team measured success in its own way',
    ],
    moves: [
      'ask|asked|asking the help desk what people complain about',
      'agree|agreed|agreeing beforehand on what happens when the budget is gone',
      'lower|lowered|lowering targets that nobody needed',
      'draw|drew|drawing one page that the board can read',
    ],
    measures: ['the number of complaints|a week', 'the length of the average incident|min'],
    lessons: [
      'a target without a consequence is a decoration',
      'users do not feel percentiles, they feel Tuesday',
      'reliability is a feature with an owner',
    ],
    projects: ['Prometheus'],
  },
  {
    track: 'observability',
    about: ['incident reviews', 'post-mortems', 'learning from near misses', 'game days'],
    pains: [
      'the same outage came back three times under three names',
      'actions from reviews had a median age of fourteen months',
      'people prepared for a review as if for a trial',
    ],
    moves: [
      'publish|published|publishing reviews to the whole company without names',
      'study|studied|studying days on which nothing broke',
      'limit|limited|limiting each review to two actions with dates',
      'break|broke|breaking things on purpose while everybody was awake',
    ],
    measures: ['the share of repeated incidents|%', 'the age of open actions|days'],
    lessons: [
      'blame is the end of information',
      'an incident is a lesson that has been paid for already',
      'nobody remembers the outage that did not happen, so write it down',
    ],
    projects: ['Kubernetes', 'Prometheus'],
  },
]
