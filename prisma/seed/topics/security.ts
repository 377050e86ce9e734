import type { Topic } from './topic'

export const security: Topic[] = [
  {
    track: 'security',
    about: ['software supply chains', 'signed images', 'bills of materials', 'provenance'],
    pains: [
      'nobody could say where a running binary had been built',
      'a base image had not changed for three years',
      'the scanner found nine thousand weaknesses and not one that mattered',
    ],
    moves: [
      'rebuild|rebuilt|rebuilding everything each night, changed or not',
      'check|checked|checking signatures at the door of the cluster',
      'throw|threw|throwing away findings that cannot be reached',
      'trace|traced|tracing one container back to its commit by hand',
    ],
    measures: ['the age of the oldest image|days', 'the number of open findings|'],
    lessons: [
      'a list that nobody can finish is not a list of tasks',
      'trust has to be checked where it is used',
      'freshness beats scanning',
    ],
    projects: ['Harbor', 'Kubernetes'],
  },
  {
    track: 'security',
    about: ['role-based access', 'least privilege', 'service accounts', 'permissions that shrink'],
    pains: [
      'everybody was an administrator because of one urgent Friday',
      'an audit found a token that was older than the company’s logo',
      'nobody could answer who may delete what',
    ],
    moves: [
      'take|took|taking away each right that had not been used in sixty days',
      'give|gave|giving out strong rights for an hour at a time',
      'draw|drew|drawing a graph of who can reach what',
      'test|tested|testing that forbidden things stay forbidden',
    ],
    measures: ['the number of standing administrators|', 'the time to grant access|min'],
    lessons: [
      'a right that is never used is only a risk',
      'a temporary exception has no natural predators',
      'the answer to “who may” must be a query and not a meeting',
    ],
    projects: ['Kubernetes'],
  },
  {
    track: 'security',
    about: ['secrets', 'short-lived credentials', 'workload identity', 'key rotation'],
    pains: [
      'a password from a wiki page opened the production database',
      'rotating one key needed the agreement of twelve teams',
      'three copies of the same secret had three owners',
    ],
    moves: [
      'replace|replaced|replacing passwords with identities that expire',
      'rotate|rotated|rotating every key weekly so that nobody notices',
      'find|found|finding the secrets in nine years of history',
      'move|moved|moving the hardest application first',
    ],
    measures: ['the lifetime of a credential|days', 'the number of shared passwords|'],
    lessons: [
      'a secret that is shared is a rumour',
      'rotation is a rehearsal for the bad day',
      'identity is the only perimeter that travels',
    ],
    projects: ['Kubernetes', 'Envoy'],
  },
  {
    track: 'security',
    about: ['multi-tenant clusters', 'sandboxed workloads', 'isolation between teams', 'untrusted code'],
    pains: [
      'one tenant’s log volume took everybody’s disk',
      'a noisy neighbour cost more than the room',
      'a student’s job read the metadata of the whole cloud account',
    ],
    moves: [
      'treat|treated|treating colleagues as polite strangers',
      'draw|drew|drawing the border at the node instead of the namespace',
      'attack|attacked|attacking our own cluster for a week',
      'write|wrote|writing down what we do not defend against',
    ],
    measures: ['the blast radius in services|', 'start-up time of a sandbox|ms'],
    lessons: [
      'a namespace is a folder and not a wall',
      'isolation is bought with convenience, so name the price',
      'a threat model fits on one page or it is not used',
    ],
    projects: ['Kubernetes', 'Linkerd'],
  },
  {
    track: 'security',
    about: ['audits without panic', 'compliance as code', 'evidence that collects itself', 'regulated workloads'],
    pains: [
      'an audit stopped all work for six weeks every spring',
      'screenshots were the proof that a control existed',
      'the regulator and the engineers used the same words for different things',
    ],
    moves: [
      'translate|translated|translating each control into a query',
      'invite|invited|inviting the auditors to the weekly demo',
      'collect|collected|collecting evidence as a by-product of deploying',
      'argue|argued|arguing about intent before arguing about tools',
    ],
    measures: ['the preparation for an audit|days', 'the number of manual controls|'],
    lessons: [
      'an auditor is a user with unusual requirements',
      'evidence that is made for the audit proves only the audit',
      'boring is a compliance strategy',
    ],
    projects: ['Kubernetes', 'Harbor'],
  },
]
