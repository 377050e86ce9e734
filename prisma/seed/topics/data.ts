import type { Topic } from './topic'

export const data: Topic[] = [
  {
    track: 'data',
    about: ['databases on clusters', 'stateful workloads', 'operators for databases', 'sharded relational databases'],
    pains: [
      'a failover took eleven minutes, of which ten were spent deciding',
      'the backup had been empty since a rename in March',
      'every new customer meant a new database server and a ticket',
    ],
    moves: [
      'restore|restored|restoring a random backup every morning',
      'shard|sharded|sharding the one table that everybody was afraid of',
      'fail|failed|failing over on purpose twice a day',
      'move|moved|moving terabytes during opening hours',
    ],
    measures: ['the length of a failover|s', 'the time to restore a backup|min'],
    lessons: [
      'a backup is a claim until it has been restored',
      'state does not hate containers, it hates surprises',
      'the hardest part of sharding is choosing the key',
    ],
    projects: ['Vitess', 'Kubernetes'],
  },
  {
    track: 'data',
    about: ['event streams', 'change data capture', 'exactly-once illusions', 'queues and logs'],
    pains: [
      'one poisoned message stopped invoices for a day',
      'the consumers disagreed about what had happened first',
      'a replay sent two hundred thousand birthday greetings',
    ],
    moves: [
      'make|made|making every consumer safe to run twice',
      'version|versioned|versioning events like an interface',
      'set|set|setting aside what cannot be read',
      'replay|replayed|replaying a month of traffic into an empty system',
    ],
    measures: ['the lag of the slowest consumer|s', 'the number of messages set aside|a week'],
    lessons: [
      'exactly once is something that you build above the broker',
      'order is expensive, so ask who needs it',
      'an event is a letter that cannot be taken back',
    ],
    projects: ['Vitess', 'Kubernetes'],
  },
  {
    track: 'data',
    about: ['model serving', 'shared accelerators', 'training jobs beside web traffic', 'batch scheduling'],
    pains: [
      'a third of the accelerators waited for data',
      'two teams reserved the same machines in two spreadsheets',
      'a model was retrained faithfully on last year’s data for a month',
    ],
    moves: [
      'slice|sliced|slicing one card between four teams',
      'queue|queued|queueing whole groups of pods or none',
      'bring|brought|bringing the data to the node before the job',
      'bill|billed|billing by the minute instead of by the reservation',
    ],
    measures: ['the wait for a training job|min', 'the share of idle accelerators|%', 'the cost of a training run|€'],
    lessons: [
      'a queue that is visible is half as long',
      'the model is the small part of the system',
      'fairness has to be computed, not negotiated',
    ],
    projects: ['Kubernetes', 'Prometheus'],
  },
  {
    track: 'data',
    about: ['container storage', 'volumes that move', 'object storage at home', 'disks that fail slowly'],
    pains: [
      'a detached volume waited half an hour for a node that was gone',
      'one slow disk made the whole cluster look slow',
      'the storage network was saturated by backups at noon',
    ],
    moves: [
      'measure|measured|measuring every disk every night',
      'detach|detached|detaching volumes by force',
      'put|put|putting hot data on local disks',
      'model|modelled|modelling failure before buying hardware',
    ],
    measures: ['the time to reattach a volume|s', 'write latency at the 99th percentile|ms'],
    lessons: [
      'slow is the new down',
      'a disk tells you that it is dying if you ask it',
      'locality is a performance feature and an outage feature',
    ],
    projects: ['Kubernetes', 'Harbor'],
  },
  {
    track: 'data',
    about: ['schema migrations', 'online migrations', 'leaving a monolith’s database', 'zero-downtime changes'],
    pains: [
      'a column was added at noon and the shop was gone until two',
      'two versions of the code disagreed about what null meant',
      'the migration worked on every database but the big one',
    ],
    moves: [
      'split|split|splitting each change into steps that may each be undone',
      'write|wrote|writing to both sides for a month',
      'practise|practised|practising on last night’s copy of production',
      'make|made|making the dangerous statement impossible to type',
    ],
    measures: ['locks held longer than a second|a week', 'the time from idea to new column|days'],
    lessons: [
      'the schema is the interface with the longest life',
      'expand first and contract when you are bored',
      'a migration is done when the old code is gone',
    ],
    projects: ['Vitess', 'Helm'],
  },
]
