import type { Diagram, Point } from '../schema/diagram'
import type { Block } from '../schema/tree'
import type { Drawing } from './drawing'
import styles from './text-diagram.module.css'

const LINE = 19
const HEAD = 8
/** A little too wide shrinks to fit; from here on it scrolls, since its words would be too small. */
const SMALLEST = 0.85

/** Boxes and arrows in the colours of the page. Where it is wider than the page it scrolls; its words stand for it. */
export function TextDiagram({ diagram, drawing }: { diagram: Extract<Block, { is: 'diagram' }>; drawing: Drawing }) {
  const { alt, title, width, height, nodes, edges } = diagram
  return (
    <figure className={styles.diagram}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of forms */}
      <div className={styles.scroll} role="group" tabIndex={0} aria-label={title ?? drawing.parts('diagram')}>
        <svg
          role="img"
          aria-label={alt}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          style={{ minInlineSize: Math.round(width * SMALLEST) }}
        >
          {edges.map((edge, index) => (
            <Arrow key={index} edge={edge} />
          ))}
          {nodes.map((node, index) => (
            <Box key={index} node={node} />
          ))}
          {edges.map(
            ({ label }, index) =>
              label && (
                <text key={index} x={label.x} y={label.y} className={styles.label}>
                  {label.text}
                </text>
              ),
          )}
        </svg>
      </div>
      {title && <figcaption>{title}</figcaption>}
    </figure>
  )
}

function Box({ node: { x, y, width, height, shape, lines } }: { node: Diagram['nodes'][number] }) {
  const [left, top] = [x - width / 2, y - height / 2]
  const middle = y + (shape === 'store' ? 5 : 0) - ((lines.length - 1) * LINE) / 2
  return (
    <g className={styles.box}>
      {shape === 'store' ? (
        <path d={drum(left, top, width, height)} />
      ) : (
        <rect x={left} y={top} width={width} height={height} rx={shape === 'round' ? height / 2 : 3} />
      )}
      {lines.map((line, at) => (
        <text key={at} x={x} y={middle + at * LINE}>
          {line}
        </text>
      ))}
    </g>
  )
}

/** A drum: what keeps things. */
function drum(left: number, top: number, width: number, height: number): string {
  const lid = 6
  const side = height - 2 * lid
  const bow = `a${width / 2} ${lid} 0 0 0`
  return `M${left} ${top + lid}v${side}${bow} ${width} 0v${-side}${bow} ${-width} 0${bow} ${width} 0`
}

function Arrow({ edge: { points, dashed, both } }: { edge: Diagram['edges'][number] }) {
  const [first, second] = points
  const [before, last] = [points.at(-2), points.at(-1)]
  if (!first || !second || !before || !last) return null
  return (
    <g className={styles.arrow}>
      <path d={curve(points)} strokeDasharray={dashed ? '5 4' : undefined} />
      <polygon points={head(before, last)} />
      {both && <polygon points={head(second, first)} />}
    </g>
  )
}

/** From the first point to the last through the middles between the others, which pull the line towards them. */
function curve(points: Point[]): string {
  const [start = [0, 0], ...bends] = points
  const end = bends.pop() ?? start
  const curves = bends.map(([x, y], at) => {
    const next = bends[at + 1]
    const [endX, endY] = next ? [(x + next[0]) / 2, (y + next[1]) / 2] : end
    return `Q${x} ${y} ${endX} ${endY}`
  })
  return `M${start[0]} ${start[1]}${curves.join('') || `L${end[0]} ${end[1]}`}`
}

/** The corners of an arrow's head at `to`, coming from `from`. */
function head([fromX, fromY]: Point, [x, y]: Point): string {
  const angle = Math.atan2(y - fromY, x - fromX)
  const corner = (turn: number) =>
    `${(x - HEAD * Math.cos(angle + turn)).toFixed(1)},${(y - HEAD * Math.sin(angle + turn)).toFixed(1)}`
  return `${x},${y} ${corner(0.42)} ${corner(-0.42)}`
}
