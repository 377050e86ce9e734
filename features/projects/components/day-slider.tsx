import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { localized } from '@/features/content/schema/kinds'
import type { Count } from '../rules/history'
import { type Asked, yearsFrom } from '../rules/view'
import styles from './day-slider.module.css'
import { LevelAreas, scalesOf } from './level-areas'
import { listAddress, longDay } from './words'

type Props = { counts: Count[]; asked: Asked; start: string; today: string; locale: string }
const BOX = { width: 1000, height: 64, top: 4 }

/** The foundation on any day since its start: a date to fill in and years to step by; a script adds the slider. */
export async function DaySlider({ counts, asked, start, today, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const day = asked.on ?? today
  const [before, after] = [yearsFrom(day, -1), yearsFrom(day, 1)]
  const kept = { ...asked, on: null }
  const fields = Object.fromEntries(new URLSearchParams(listAddress(locale, kept).split('?')[1] ?? ''))
  const share = (scalesOf(counts, BOX).x(new Date(day)) / BOX.width) * 100
  return (
    <section className={styles.slider} aria-labelledby="on-any-day" data-screen-only="">
      <h2 id="on-any-day" data-region="day-title">
        {asked.on ? t('onDay', { date: longDay(asked.on, locale) }) : t('onAnyDay')}
      </h2>
      <div className={styles.track}>
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden>
          <LevelAreas counts={counts} {...BOX} />
        </svg>
        <span className={styles.mark} style={{ insetInlineStart: `${share.toFixed(2)}%` }} data-region="day-mark" />
        <input
          type="range"
          hidden
          data-days={start}
          data-today={today}
          aria-label={t('slider')}
          data-locale={locale === 'zh' ? 'zh-CN' : 'en-GB'}
        />
      </div>
      <div className={styles.line}>
        <span data-region="day-before">
          {before >= start && <a href={listAddress(locale, asked, { on: before })}>← {t('yearBefore')}</a>}
        </span>
        <form action={localized('/projects', locale)} className={styles.form} data-live>
          <label htmlFor="on" className="visually-hidden">
            {t('day')}
          </label>
          <input id="on" name="on" type="date" min={start} max={today} defaultValue={day} className={styles.date} />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" size="small">
            {t('show')}
          </Button>
        </form>
        <span data-region="day-after">
          {asked.on && (
            <>
              <a href={listAddress(locale, asked, { on: after < today ? after : null })}>{t('yearAfter')} →</a>
              {after < today && <a href={listAddress(locale, kept)}>{t('today')}</a>}
            </>
          )}
        </span>
      </div>
    </section>
  )
}
