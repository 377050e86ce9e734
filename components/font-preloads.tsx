import files from './font-files.json'

/** The fonts of the first screen. What an app sets is sans alone; what a reader sees first is serif. */
export function FontPreloads({ fonts }: { fonts: (keyof typeof files)[] }) {
  return fonts.map((font) => (
    <link key={font} rel="preload" as="font" type="font/woff2" href={files[font]} crossOrigin="anonymous" />
  ))
}
