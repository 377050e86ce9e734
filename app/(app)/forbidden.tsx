import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { PersonFrame } from './_frame/person-frame'

export const metadata = { title: 'Not for this account' }

export default function Forbidden() {
  return (
    <PersonFrame here="">
      <div className="form-column">
        <PageHeader look="plain" title="This page is not for this account" />
        <p>You are signed in, but no role of yours opens this page. Whoever runs it can give you one.</p>
        <div className="cluster">
          <LinkButton variant="primary" href="/me">
            To your pages
          </LinkButton>
          <LinkButton href="/sign-out">Sign in as somebody else</LinkButton>
        </div>
      </div>
    </PersonFrame>
  )
}
