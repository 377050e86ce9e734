import type { Topic } from './topic'

export const platforms: Topic[] = [
  {
    track: 'platforms',
    about: ['admission webhooks', 'policy checks at admission', 'validating policies', 'guard rails in the API server'],
    pains: [
      'every deploy waited for one slow validator',
      'a webhook without a timeout stopped the whole cluster',
      'nobody could say which of forty rules had refused a pod',
    ],
    moves: [
      'move|moved|moving the cheap checks out of the request path',
      'replace|replaced|replacing webhooks with rules that the API server evaluates itself',
      'give|gave|giving every rule an owner and an expiry date',
      'run|ran|running new rules in warning mode for two weeks first',
    ],
    measures: ['admission latency at the 99th percentile|ms', 'the number of refused deploys|a week'],
    lessons: [
      'a timeout without a budget is a guess',
      'a rule that cannot explain itself will be switched off',
      'the best policy is a default that nobody has to think about',
    ],
    projects: ['Kubernetes'],
  },
  {
    track: 'platforms',
    about: [
      'internal developer platforms',
      'golden paths',
      'self-service environments',
      'platform teams of five people',
    ],
    pains: [
      'a new service needed eleven tickets before its first request',
      'the platform had become the queue that it was meant to remove',
      'each team had its own fork of the same pipeline',
    ],
    moves: [
      'interview|interviewed|interviewing the teams that had left the platform',
      'cut|cut|cutting the catalogue down to three templates',
      'publish|published|publishing what the platform does not do',
      'turn|turned|turning tickets into pull requests that anybody may open',
    ],
    measures: ['the time to a first deploy|min', 'the number of support tickets|a month'],
    lessons: [
      'a platform is a product whose users cannot leave quietly',
      'a paved road needs an exit',
      'adoption that is ordered is not adoption',
    ],
    projects: ['Kubernetes', 'Helm'],
  },
  {
    track: 'platforms',
    about: ['cluster upgrades', 'fleets of small clusters', 'in-place upgrades', 'control planes that nobody babysits'],
    pains: [
      'an upgrade took a quarter and was out of date when it ended',
      'a removed API version broke the one job that ran monthly',
      'every cluster was a little different from the next',
    ],
    moves: [
      'upgrade|upgraded|upgrading on a fixed weekday, convenient or not',
      'rehearse|rehearsed|rehearsing each upgrade on copies of real workloads',
      'refuse|refused|refusing deprecated fields a year before they went away',
      'write|wrote|writing the way back before the way forward',
    ],
    measures: ['the time for upgrading the whole fleet|days', 'the error budget spent on upgrades|%'],
    lessons: [
      'what is done often stops being frightening',
      'drift is a decision that nobody remembers making',
      'a rollback that was never tried is a hope',
    ],
    projects: ['Kubernetes'],
  },
  {
    track: 'platforms',
    about: ['charts at scale', 'templated manifests', 'package repositories for clusters', 'release tooling'],
    pains: [
      'a values file had grown to four thousand lines',
      'two releases with the same version held different contents',
      'nobody dared to touch the shared library chart',
    ],
    moves: [
      'split|split|splitting the one chart into eleven with clear borders',
      'test|tested|testing rendered output rather than templates',
      'refuse|refused|refusing every package without a signature',
      'generate|generated|generating documentation from the schema of the values',
    ],
    measures: ['the time to review a change|min', 'the number of failed releases|a month'],
    lessons: [
      'every option is a promise to somebody',
      'a template is code and deserves a test',
      'the version number is an interface too',
    ],
    projects: ['Helm', 'Harbor'],
  },
  {
    track: 'platforms',
    about: ['autoscaling', 'bin packing', 'spot capacity', 'resource requests and limits'],
    pains: [
      'half of the reserved memory was never touched',
      'the autoscaler chased a metric that lagged by four minutes',
      'a batch job evicted the checkout on a Friday evening',
    ],
    moves: [
      'measure|measured|measuring a week of real use before setting a single request',
      'separate|separated|separating what may be interrupted from what may not',
      'scale|scaled|scaling on the length of the queue instead of the processor',
      'show|showed|showing each team its own bill every Monday',
    ],
    measures: ['the monthly bill|€', 'the share of idle processors|%', 'the time to scale out|s'],
    lessons: [
      'an average hides the minute that matters',
      'people save what they can see',
      'a limit is a contract with strangers',
    ],
    projects: ['Kubernetes', 'Prometheus'],
  },
]
