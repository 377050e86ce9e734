import { Prose } from '../_prose'
import type { SpecimenProps } from '../_specimen'

export function Reading({ theme }: SpecimenProps) {
  return <Prose prefix={`${theme}-`} />
}
