export function Reading() {
  return (
    <div className="prose">
      <p className="lede">A maturity level is a promise about people more than about code.</p>
      <p>
        Whoever adopts a project of the sandbox takes part in an <em>experiment</em>. Whoever adopts a graduated one
        leans on <a href="#audit">an audit</a>, on maintainers of several companies and on <code>SECURITY.md</code>.
      </p>
      <h2>What it asks of maintainers</h2>
      <ul>
        <li>a way to decide that is written down;</li>
        <li>releases that people can plan with;</li>
        <li>somebody who answers in 14 days.</li>
      </ul>
      <blockquote>
        <p>A level that nobody loses is a level that nobody trusts.</p>
      </blockquote>
      <pre>
        <code>{'rules:\n  - verbs: [get, list]\n    resources: [proposals]'}</code>
      </pre>
    </div>
  )
}
