/** What people write for projects whose name or slug says otherwise, by the slug that is meant. */
export const WELL_KNOWN: readonly (readonly [spelling: string, slug: string])[] = [
  ['ArgoCD', 'argo'],
  ['Argo CD', 'argo'],
  ['Argo Workflows', 'argo'],
  ['k8s', 'kubernetes'],
  ['Kube', 'kubernetes'],
  ['OPA', 'open-policy-agent'],
  ['Gatekeeper', 'open-policy-agent'],
  ['Notary', 'notary-project'],
  ['Notary V2', 'notary-project'],
  ['OTel', 'opentelemetry'],
  ['Open Telemetry', 'opentelemetry'],
  ['FluxCD', 'flux'],
  ['Linkerd2', 'linkerd'],
  ['TUF', 'the-update-framework'],
]
