/** An article with everything that Markdown can hold. */
export function Prose({ prefix = '' }: { prefix?: string }) {
  return (
    <div className="prose">
      <p>
        Whoever adopts a project of the sandbox takes part in an <em>experiment</em>. Whoever adopts a graduated one
        leans on <a href="#audit">an audit</a>, on maintainers of several companies and on <code>SECURITY.md</code>.
        Between the two lie, in the middle case, 26 months of work that few people see.
      </p>
      <p>
        The words were never meant to rank. They say how much of the risk is still yours, and who will be there when
        something breaks on a Sunday.
      </p>
      <h2 id={`${prefix}maintainers`}>What it asks of maintainers</h2>
      <ul>
        <li>a way to decide that is written down, and followed when it hurts;</li>
        <li>releases that people can plan with;</li>
        <li>somebody who answers a report within 14 days.</li>
      </ul>
      <blockquote>
        <p>A level that nobody loses is a level that nobody trusts.</p>
      </blockquote>
      <p>Most of it fits in a file that lies beside the code:</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{'rules:\n  - verbs: [get, list]\n    resources: [proposals]   # and nothing else'}</code>
      </pre>
      <h2 id={`${prefix}adopters`}>What it tells adopters</h2>
      <p>Three numbers are worth more than a badge, and all three can be read from the repository.</p>
      <h3 id={`${prefix}figures`}>In figures</h3>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th>Level</th>
              <th>Projects</th>
              <th>Median age</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Graduated</td>
              <td>3</td>
              <td>4.1 years</td>
            </tr>
            <tr>
              <td>Incubating</td>
              <td>11</td>
              <td>2.6 years</td>
            </tr>
          </tbody>
        </table>
      </div>
      <ol>
        <li>Count the companies behind the last hundred changes.</li>
        <li>Look for a release in the last six months.</li>
      </ol>
    </div>
  )
}
