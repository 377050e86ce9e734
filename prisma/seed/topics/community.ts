import type { Topic } from './topic'

export const community: Topic[] = [
  {
    track: 'community',
    about: [
      'maintainer burn-out',
      'sustainable maintenance',
      'saying no to pull requests',
      'small projects with many users',
    ],
    pains: [
      'two people carried a project that ten thousand companies used',
      'the queue of pull requests grew by forty a week',
      'a maintainer resigned in a commit message',
    ],
    moves: [
      'write|wrote|writing down what the project will never do',
      'rotate|rotated|rotating triage between eight people in four time zones',
      'close|closed|closing old issues with a personal sentence',
      'ask|asked|asking companies for hours instead of money',
    ],
    measures: ['the time to a first answer|days', 'the number of open pull requests|'],
    lessons: [
      'a kind no today is better than a silence that lasts a year',
      'maintenance is work and wants a rota',
      'the bus factor is a measure of hospitality',
    ],
    projects: ['Helm', 'Envoy', 'Kubernetes'],
  },
  {
    track: 'community',
    about: ['a first contribution', 'mentoring', 'newcomers’ first ninety days', 'documentation sprints'],
    pains: [
      'nine of ten newcomers never came back after the first patch',
      'the guide for contributors described a build of two years ago',
      'good first issues were taken within minutes and then abandoned',
    ],
    moves: [
      'pair|paired|pairing every newcomer with somebody one year ahead',
      'time|timed|timing how long it takes from clone to a passing test',
      'reserve|reserved|reserving review time as others reserve meeting rooms',
      'answer|answered|answering in the language in which the question was asked',
    ],
    measures: ['the time from clone to a passing test|min', 'the wait for a first review|days'],
    lessons: [
      'the first review decides whether there will be a second patch',
      'documentation is onboarding that scales',
      'people stay for people',
    ],
    projects: ['Kubernetes', 'Prometheus', 'Harbor'],
  },
  {
    track: 'community',
    about: ['open source governance', 'steering committees', 'decisions in public', 'forks'],
    pains: [
      'a vote was called before anybody knew who could vote',
      'all the important decisions had been made in one company’s chat',
      'a fork appeared overnight and took half of the reviewers',
    ],
    moves: [
      'move|moved|moving every decision to a public list',
      'limit|limited|limiting the seats of any one employer',
      'study|studied|studying the charters of thirty projects',
      'write|wrote|writing the rules for disagreement in a calm month',
    ],
    measures: ['the share of commits from one employer|%', 'the time to a decision|days'],
    lessons: [
      'governance is what happens when two people disagree',
      'a fork is feedback',
      'neutral ground has to be mown like any other lawn',
    ],
    projects: ['OpenMetrics', 'Kubernetes'],
  },
  {
    track: 'community',
    about: ['meetups in small cities', 'local communities', 'conferences that include', 'bilingual communities'],
    pains: [
      'the same four people had spoken at every meetup',
      'a schedule of evenings kept parents at home',
      'translations lagged a release behind and then stopped',
    ],
    moves: [
      'ask|asked|asking people what keeps them away',
      'rehearse|rehearsed|rehearsing with every first-time speaker twice',
      'record|recorded|recording nothing so that people dare to speak',
      'translate|translated|translating the error messages before the manual',
    ],
    measures: ['the share of repeat speakers|%', 'the cost of an evening|€'],
    lessons: [
      'an invitation with a name on it works, an open call does not',
      'a community is a calendar that people keep',
      'the second meetup is the hard one',
    ],
    projects: ['Kubernetes', 'Linkerd'],
  },
  {
    track: 'community',
    about: ['the energy that clusters use', 'carbon-aware scheduling', 'measuring power', 'hardware that lives longer'],
    pains: [
      'idle test clusters used as much power as a village',
      'the sustainability report was a spreadsheet of guesses',
      'machines were replaced on a birthday and not on a measurement',
    ],
    moves: [
      'switch|switched|switching off at night what nobody uses at night',
      'put|put|putting a meter on one rack',
      'shift|shifted|shifting batch work to windy hours',
      'keep|kept|keeping servers for seven years',
    ],
    measures: ['the power drawn at night|kW', 'the carbon cost of a build|g'],
    lessons: [
      'the greenest job is the one that does not run',
      'a model of power is wrong until a meter agrees',
      'efficiency is a habit of the idle hours',
    ],
    projects: ['Kubernetes', 'Prometheus'],
  },
]
