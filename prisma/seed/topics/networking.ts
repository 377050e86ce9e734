import type { Topic } from './topic'

export const networking: Topic[] = [
  {
    track: 'networking',
    about: ['service meshes', 'sidecar proxies', 'meshes across clusters', 'proxies without sidecars'],
    pains: [
      'the mesh used more memory than the services inside it',
      'a certificate ran out on the one day that everybody was at the summer party',
      'traces ended at the border of each team',
    ],
    moves: [
      'remove|removed|removing the mesh from everything that did not need it',
      'shorten|shortened|shortening certificates to one day so that renewal is always tested',
      'begin|began|beginning with one namespace and one promise',
      'measure|measured|measuring the cost of a hop before adding one',
    ],
    measures: ['the latency added by the proxy|ms', 'memory per pod|MB'],
    lessons: [
      'the cheapest hop is the one that you do not take',
      'a renewal that happens daily never surprises anybody',
      'a mesh is an organisational chart with retries',
    ],
    projects: ['Linkerd', 'Envoy'],
  },
  {
    track: 'networking',
    about: ['retries and timeouts', 'load shedding', 'circuit breakers', 'back pressure'],
    pains: [
      'a retry storm turned a blip of two seconds into an outage of two hours',
      'three layers retried three times each',
      'a slow dependency drained every connection pool upstream',
    ],
    moves: [
      'give|gave|giving every request a deadline that travels with it',
      'allow|allowed|allowing retries in one layer only',
      'drop|dropped|dropping the oldest work first when the queue was full',
      'rehearse|rehearsed|rehearsing overload every second Thursday',
    ],
    measures: ['the time to recover from overload|min', 'the share of requests that were retries|%'],
    lessons: [
      'saying no early is a feature',
      'a queue only hides that there is too much work',
      'hope is not a retry policy',
    ],
    projects: ['Envoy', 'Linkerd'],
  },
  {
    track: 'networking',
    about: [
      'gateways at the edge',
      'ingress configuration',
      'traffic routing between regions',
      'canary releases at the proxy',
    ],
    pains: [
      'one wrong prefix sent all German traffic to a test cluster',
      'a change of a route took two days and three approvals',
      'nobody knew which of the nine hundred routes were still used',
    ],
    moves: [
      'move|moved|moving routes into the repositories of the services that own them',
      'compare|compared|comparing old and new answers on shadowed traffic',
      'delete|deleted|deleting every route without a request in ninety days',
      'check|checked|checking configuration against recorded requests before it ships',
    ],
    measures: ['the time to change a route|min', 'the number of routes|'],
    lessons: [
      'configuration is code that runs as administrator',
      'a route without an owner is an open door',
      'the fastest rollback is the traffic that you never moved',
    ],
    projects: ['Envoy', 'Kubernetes'],
  },
  {
    track: 'networking',
    about: ['cluster DNS', 'name resolution under load', 'service discovery', 'stale endpoints'],
    pains: [
      'one lookup became ten because of a search path',
      'clients held on to addresses that had been gone for an hour',
      'the resolver fell over whenever the marketing mail went out',
    ],
    moves: [
      'cache|cached|caching on the node instead of in the cluster',
      'trace|traced|tracing a single lookup from the library to the wire',
      'teach|taught|teaching clients to forget',
      'count|counted|counting the questions that nobody needed to ask',
    ],
    measures: ['lookups per request|', 'resolution time at the 99th percentile|ms'],
    lessons: [
      'it is always the resolver, until it is the clock',
      'a cache is a promise about the past',
      'defaults from another decade are still defaults',
    ],
    projects: ['Kubernetes', 'Linkerd'],
  },
  {
    track: 'networking',
    about: [
      'clusters at the edge',
      'networks that come and go',
      'ships, trains and other awkward sites',
      'small machines far away',
    ],
    pains: [
      'a site went dark for nine days and then sent everything at once',
      'an update needed more bandwidth than the ship had',
      'the nearest engineer was a flight and a ferry away',
    ],
    moves: [
      'ship|shipped|shipping differences instead of images',
      'let|let|letting each site decide for itself',
      'merge|merged|merging state with clocks that cannot be trusted',
      'sort|sorted|sorting what must arrive from what may be lost',
    ],
    measures: ['the size of an update|MB', 'the number of visits on site|a month'],
    lessons: [
      'offline is a state and not a failure',
      'the last mile is where the truth lives',
      'a site that needs you is a site that you have not finished',
    ],
    projects: ['Kubernetes', 'Harbor'],
  },
]
