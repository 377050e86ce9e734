import { type GeoPermissibleObjects, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import { feature, merge } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json' with { type: 'json' }
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' }
import { z } from 'zod'
import { countryOfNumber } from './countries'

type Atlas = Topology<{ countries: GeometryCollection }>
type Country = (Polygon | MultiPolygon) & { id?: string | number }

export const WORLD = { width: 960, height: 430 }

export interface DrawnCountry {
  /** SVG path; null for what is too small to be drawn at this size. */
  path: string | null
  /** Where a mark for it stands. */
  x: number
  y: number
}

/** The world in the Equal Earth projection, without Antarctica; made once, about 20 ms. */
let made: { land: string; countries: Map<string, DrawnCountry> } | undefined
const world = () => {
  made ??= draw()
  return made
}

/** All land as one SVG path. */
export function worldPath(): string {
  return world().land
}

/** A country by its ISO 3166-1 code, or null where the atlas has none. */
export function drawnCountry(code: string): DrawnCountry | null {
  return world().countries.get(code) ?? null
}

const ANTARCTICA = '010'

function draw() {
  const [atlas, details] = [atlasIn(coarse), atlasIn(fine)]
  const drawn = countriesIn(atlas).filter(({ id }) => id !== ANTARCTICA)
  const land = merge(atlas, drawn)
  const projection = geoEqualEarth().rotate([-11, 0]).fitSize([WORLD.width, WORLD.height], land)
  const path = geoPath(projection).digits(0)
  const shapes = new Map(drawn.map((country) => [codeOf(country), compact(path(shapeOf(atlas, country)))]))
  const countries = new Map<string, DrawnCountry>()
  for (const country of countriesIn(details)) {
    const code = codeOf(country)
    const point = code && projection(middleOf(details, country))
    if (code && point)
      countries.set(code, { path: shapes.get(code) ?? null, x: Math.round(point[0]), y: Math.round(point[1]) })
  }
  return { land: compact(path(land)), countries }
}

/** TypeScript reads the files with any string as their `type`. */
function atlasIn(file: unknown): Atlas {
  if (!isAtlas(file)) throw new TypeError('The file of the atlas is no topology')
  return file
}

const isAtlas = (file: unknown): file is Atlas => Outline.safeParse(file).success
const Outline = z.object({
  type: z.literal('Topology'),
  objects: z.object({ countries: z.object({ type: z.literal('GeometryCollection') }) }),
})

function countriesIn(atlas: Atlas): Country[] {
  return atlas.objects.countries.geometries.filter(
    (geometry): geometry is Country => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  )
}

function codeOf({ id }: Country): string | null {
  return id === undefined ? null : countryOfNumber(String(id).padStart(3, '0'))
}

function shapeOf(atlas: Atlas, country: Country): GeoPermissibleObjects {
  return feature(atlas, country)
}

/** Of its largest part, so that the mark of France is not in the Atlantic. */
function middleOf(atlas: Atlas, country: Country): [number, number] {
  const shape = feature(atlas, country)
  if (shape.type !== 'Feature') return [0, 0]
  const { geometry } = shape
  if (geometry.type !== 'MultiPolygon') return geoCentroid(geometry)
  const area = (ring: number[][] = []) => {
    const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)]
    return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
  }
  const [largest = []] = [...geometry.coordinates].sort((a, b) => area(b[0]) - area(a[0]))
  return geoCentroid({ type: 'Polygon', coordinates: largest })
}

/** Whole numbers in steps from point to point: half as long. Rings that have come down to a line are left out. */
function compact(path: string | null): string {
  const rings = (path ?? '')
    .split('Z')
    .map((ring) => [...ring.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]))
  return rings.map(ringPath).join('')
}

function ringPath(points: number[][]): string {
  let [x, y] = points[0] ?? []
  if (x === undefined || y === undefined) return ''
  const start = `M${x} ${y}`
  const steps: string[] = []
  for (const [toX = 0, toY = 0] of points.slice(1)) {
    if (toX !== x || toY !== y) steps.push(`${toX - x},${toY - y}`)
    ;[x, y] = [toX, toY]
  }
  return steps.length > 2 ? `${start}l${steps.join(' ').replace(/[ ,]-/g, '-')}z` : ''
}
