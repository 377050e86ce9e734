import type { State } from '@/components/state-badge'

export type Proposal = {
  code: string
  title: string
  state: State
  reviews: number
  score: number | null
  track: string
}

export const proposals: Proposal[] = [
  {
    code: 'K7QW2F',
    title: 'A packet looks for its pod',
    state: 'accepted',
    reviews: 5,
    score: 4.61,
    track: 'Networking',
  },
  {
    code: 'M2XH8D',
    title: 'Nine years of one Prometheus',
    state: 'waitlisted',
    reviews: 5,
    score: 4.08,
    track: 'Observability',
  },
  {
    code: 'R4TB6N',
    title: 'What our etcd forgot, and how we found out',
    state: 'submitted',
    reviews: 4,
    score: 3.97,
    track: 'Storage',
  },
  { code: 'C9VP3L', title: 'Charts without tears', state: 'rejected', reviews: 5, score: 2.4, track: 'Packaging' },
  { code: 'H5GZ7S', title: 'Retries are a promise', state: 'draft', reviews: 0, score: null, track: 'Networking' },
]
