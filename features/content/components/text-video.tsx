import { Play } from 'lucide-react'
import { Icon } from '@/components/icon'
import type { Block } from '../schema/tree'
import type { Drawing } from './drawing'
import styles from './text-video.module.css'

/**
 * A film: a link to where it is, which islands/video-link.ts plays in its place once it is pressed. Until then nothing
 * is asked of anybody.
 */
export function TextVideo({ video, drawing }: { video: Extract<Block, { is: 'video' }>; drawing: Drawing }) {
  const { title, from, poster } = video
  const isElsewhere = 'youtube' in from
  const kind = isElsewhere ? { youtube: from.youtube } : { file: from.file }
  return (
    <figure className={styles.video}>
      <video-link class={styles.frame} label={title} {...kind}>
        <a href={isElsewhere ? `https://www.youtube.com/watch?v=${from.youtube}` : from.file} className={styles.link}>
          {poster && <img src={poster.src} width={poster.width} height={poster.height} alt="" loading="lazy" />}
          <span className={styles.play}>
            <Icon of={Play} size={18} />
            {drawing.parts('play')}
            <span className="visually-hidden">: {title}</span>
          </span>
        </a>
      </video-link>
      <figcaption>
        {title}
        {isElsewhere && <span className={styles.where}> {drawing.parts('fromYoutube')}</span>}
      </figcaption>
    </figure>
  )
}
