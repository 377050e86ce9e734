/** A plain bar plot, to fill the frame. */
export function Bars({ values }: { values: [string, number][] }) {
  const top = Math.max(...values.map(([, value]) => value))
  const step = 480 / values.length
  return (
    <svg viewBox="0 0 480 160" role="presentation">
      <line x1="0" x2="480" y1="136" y2="136" stroke="var(--line-strong)" />
      {values.map(([name, value], index) => {
        const height = (value / top) * 110
        return (
          <g key={name} transform={`translate(${index * step + step / 2} 0)`} textAnchor="middle">
            <rect x="-18" y={136 - height} width="36" height={height} fill="currentColor" />
            <text y={130 - height} fontSize="12">
              {value}
            </text>
            <text y="154" fontSize="12">
              {name.slice(0, 3)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
