export type Point = [x: number, y: number]
export type Shape = 'box' | 'round' | 'store'

/** Boxes and arrows, laid out: pixels from the top left corner; a box is placed by its middle. */
export type Diagram = {
  width: number
  height: number
  nodes: { x: number; y: number; width: number; height: number; shape: Shape; lines: string[] }[]
  edges: { points: Point[]; label?: { text: string; x: number; y: number }; dashed?: true; both?: true }[]
}
