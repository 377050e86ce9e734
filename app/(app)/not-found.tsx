import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { PersonFrame } from './_frame/person-frame'

export const metadata = { title: 'Nothing here' }

export default function NotFound() {
  return (
    <PersonFrame here="">
      <div className="form-column">
        <PageHeader look="plain" title="There is nothing at this address" />
        <p>It may have been withdrawn, or the address is not complete.</p>
        <div className="cluster">
          <LinkButton variant="primary" href="/me">
            To your pages
          </LinkButton>
          <LinkButton href="/">To the front page</LinkButton>
        </div>
      </div>
    </PersonFrame>
  )
}
