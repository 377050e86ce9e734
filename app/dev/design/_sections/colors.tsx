import styles from '../specimen.module.css'

const roles = {
  Ground: ['surface', 'surface-raised', 'surface-sunken', 'line', 'line-strong'],
  Ink: ['ink', 'ink-muted', 'accent', 'accent-wash', 'focus'],
  Meaning: ['positive', 'positive-wash', 'caution', 'caution-wash', 'negative', 'negative-wash'],
  Maturity: ['level-sandbox', 'level-incubating', 'level-graduated', 'level-archived'],
  Plots: ['plot-1', 'plot-2', 'plot-3', 'plot-4'],
}

export function Colors() {
  return Object.entries(roles).map(([group, tokens]) => (
    <div key={group} className="stack">
      <h3>{group}</h3>
      <div className={styles.swatches}>
        {tokens.map((token) => (
          <div key={token} className={styles.swatch}>
            <span className={styles.chip} style={{ background: `var(--${token})` }} />
            {token}
          </div>
        ))}
      </div>
    </div>
  ))
}
