import { expect, test } from 'vitest'
import { talkNames } from './alias'
import { mentions } from './mentions'

const yes = [
  ['Dapr', 'Sidecars with Dapr', ''],
  ['Dapr', 'Sidecars', 'We chose Dapr, and regret little.'],
  ['Dapr', '用Dapr构建微服务', ''],
  ['Dapr', 'Dapr’s second year', ''],
  ['Dapr', 'A Dapr-based shop', ''],
  ['Flux', 'Moving four hundred clusters to Flux', ''],
  ['Flux', 'GitOps at Night', 'Since May all of it is reconciled by Flux.'],
  ['Helm', 'Charts with Helm', ''],
  ['Helm', 'Charts without tears', 'What (with Helm 3) changed for us.'],
  ['Harbor', 'Where we store charts: how Harbor survived', ''],
  ['etcd', 'Etcd at the edge', ''],
  ['containerd', 'Containerd, slowly', ''],
  ['OpenTelemetry', 'Traces', 'We send everything to opentelemetry collectors.'],
  ['Notary Project', 'Who signed this? Notary Project in practice', ''],
  ['Keptn', 'Keptn after a year', ''],
  ['Open Policy Agent (OPA)', 'Writing less Rego', 'What OPA saw in a week.'],
  ['Open Policy Agent (OPA)', 'Open  Policy\nAgent', ''],
  ['CRI-O', 'From Docker to CRI-O', ''],
] as const

const no = [
  ['Dapr', 'Grandaprojects', 'A Daprish thing, and dapr in an address: dapr.example'],
  ['Flux', 'Flux and Reflux', 'Everything is in flux. Flux is what physicists call it.'],
  ['Flux', 'Keeping Teams in Flux', 'A talk about change.'],
  ['Flux', 'InfluxDB in production', 'FluxCD is another spelling.'],
  ['Helm', 'Women at the Helm', 'Who is at the helm? Helmets are optional.'],
  ['Harbor', 'Safe Harbor for Your Data', 'Harbor no illusions: storage fails.'],
  ['Score', 'Score Your Clusters', '- Score each of them\n- Sleep'],
  ['Spin', 'Spin', ''],
  ['Keptn', 'Unkeptness', 'keptn'],
  ['ko', 'A ko in the second round', 'ko'],
  ['Notary Project', 'The notary of our project', 'A Notary is needed for this Project.'],
  ['Confidential Containers', 'Running Confidential Containers Anywhere', ''],
  ['Open Policy Agent (OPA)', 'An open policy', 'The agent is open. Opa, my grandfather, liked it.'],
  ['OpenMetrics', 'Open metrics for open minds', ''],
  ['etcd', 'etcdctl for the brave', ''],
  ['gRPC', 'GRPC', 'grpc-gateway'],
] as const

test.each(yes)('%s is spoken of in “%s” %s', (name, title, abstract) => {
  expect(mentions(talkNames({ name, aliases: [] }), { title, abstract })).toBe(true)
})
test.each(no)('%s is not spoken of in “%s” %s', (name, title, abstract) => {
  expect(mentions(talkNames({ name, aliases: [] }), { title, abstract })).toBe(false)
})

test('the longer name of another project is not this one', () => {
  const talk = { title: 'What Dapr Agents do at night', abstract: 'Two of the Dapr Agents.' }
  expect(mentions(['Dapr'], talk, ['Dapr Agents', 'Envoy'])).toBe(false)
  expect(mentions(['Dapr'], { ...talk, abstract: 'They run on Dapr.' }, ['Dapr Agents'])).toBe(true)
})

test('an alias counts where it has a capital and three letters', () => {
  const names = talkNames({ name: 'OpenTelemetry', aliases: ['OTel', 'telemetry', 'OT'] })
  expect(mentions(names, { title: 'A year of OTel', abstract: null })).toBe(true)
  expect(mentions(names, { title: 'A year of telemetry, OT and all', abstract: null })).toBe(false)
})
