import styles from '../specimen.module.css'

const display = ['4xl', '3xl', '2xl', 'xl']
const spaces = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16]

export function TypeScale() {
  return (
    <>
      <div className="stack">
        {display.map((size) => (
          <p key={size} style={{ font: `500 var(--text-${size})/1.1 var(--font-display)`, letterSpacing: '-0.014em' }}>
            Projects that outlast us
          </p>
        ))}
      </div>
      <p style={{ font: 'var(--text-l)/1.6 var(--font-serif)' }}>
        The serif carries what is read: <em>1,204 maintainers in 38 countries</em> keep 17 projects going, and most of
        them are not paid for it.
      </p>
      <p>The sans carries what is used. Figures align in tables: 1,111.10 and 8,888.80.</p>
      <p className="small muted">Small print says when, where and who: Thursday, 20 November 2026, 18:00 in Seattle.</p>
      <p>
        <code>kubectl get pods --watch</code> and a key: <kbd>⌘K</kbd>
      </p>
      <p lang="zh" style={{ font: 'var(--text-l)/var(--leading-prose) var(--font-serif)' }}>
        基金会的项目由社区共同维护，任何人都可以参与 Kubernetes 的开发。
      </p>
      <div className={styles.space}>
        {spaces.map((step) => (
          <span key={step} style={{ inlineSize: `var(--space-${step})`, blockSize: `var(--space-${step})` }} />
        ))}
      </div>
    </>
  )
}
