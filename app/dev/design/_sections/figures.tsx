import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { PlotFrame } from '@/components/figure'
import { KeyFigures } from '@/components/key-figures'
import { MaturityBadge } from '@/components/maturity-badge'
import { Spark } from '@/components/spark'
import { Bars } from '../_bars'

const months: [string, number][] = [
  ['June', 48],
  ['July', 61],
  ['August', 55],
  ['September', 90],
  ['October', 132],
  ['November', 118],
]

export function Figures() {
  return (
    <>
      <KeyFigures
        figures={[
          { value: '17', label: 'projects', note: '3 of them graduated' },
          { value: '212', label: 'proposals in review' },
          { value: '38', label: 'countries', href: '#people' },
        ]}
      />
      <div className="columns" style={{ '--column': '14rem' }}>
        <Card
          href="#article"
          kicker="Article"
          title="Why the proxy moved out of the library"
          meta={
            <>
              <Avatar name="Mina Okafor" size={24} /> Mina Okafor <time dateTime="2026-11-12">12 November</time>
            </>
          }
        >
          Four teams, two years and one sidecar later.
        </Card>
        <Card
          href="#project"
          title="Prometheus"
          footer={
            <>
              <MaturityBadge level="graduated" />
              <Spark values={[3, 5, 4, 8, 7, 9, 12, 10, 14]} label="Activity: rising over nine months" />
            </>
          }
        >
          Metrics, pulled.
        </Card>
      </div>
      <PlotFrame
        title="Proposals came in late this year"
        note="Counted on the last day of each month."
        table={{ columns: ['Month', 'Proposals'], rows: months }}
      >
        <Bars values={months} />
      </PlotFrame>
    </>
  )
}
