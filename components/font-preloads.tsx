import { preload } from 'react-dom'
import files from './font-files.json'

/** The fonts of the first screen: an app is set in sans, what is read in all three. Renders nothing. */
export function FontPreloads({ fonts }: { fonts: (keyof typeof files)[] }) {
  for (const font of fonts) preload(files[font], { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return null
}
