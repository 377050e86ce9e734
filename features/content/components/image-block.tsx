import type { Block } from '../schema/tree'

/** A picture with what stands below it. */
export function ImageBlock({ image }: { image: Extract<Block, { is: 'image' }> }) {
  const { src, alt, width, height, title, credit } = image
  return (
    <figure>
      <img src={src} alt={alt} width={width} height={height} loading="lazy" />
      {(title || credit) && (
        <figcaption>
          {title} {credit && <cite>{credit}</cite>}
        </figcaption>
      )}
    </figure>
  )
}
