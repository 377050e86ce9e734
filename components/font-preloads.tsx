import { preload } from 'react-dom'
import files from './font-files.json'

/**
 * The fonts of the first screen: an app is set in sans, what is read in all three. Renders nothing. Asked for at once,
 * after the styles: the text is there before them, in a font of the reader's own that is as wide.
 */
export function FontPreloads({ fonts }: { fonts: (keyof typeof files)[] }) {
  for (const font of fonts)
    preload(files[font], { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', fetchPriority: 'low' })
  return null
}
