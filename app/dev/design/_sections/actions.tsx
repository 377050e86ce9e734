import { ArrowRight, Plus, Trash2 } from 'lucide-react'
import { Button, LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const
const words = { primary: 'Submit proposal', secondary: 'Save draft', quiet: 'Preview', danger: 'Withdraw' }

export function Actions() {
  return (
    <>
      {(['large', 'medium', 'small'] as const).map((size) => (
        <div key={size} className="cluster">
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {words[variant]}
            </Button>
          ))}
        </div>
      ))}
      <div className="cluster">
        <Button icon={<Icon of={Plus} />}>Add a speaker</Button>
        <Button variant="danger" icon={<Icon of={Trash2} />}>
          Remove
        </Button>
        <Button variant="primary" pending>
          Submitting …
        </Button>
        <Button disabled>Not now</Button>
        <LinkButton href="#next" variant="primary">
          Read the call <Icon of={ArrowRight} />
        </LinkButton>
      </div>
      <p>
        A <a href="#link">link in running text</a>, and <a href="#another">another one</a> that you can tell without its
        colour.
      </p>
    </>
  )
}
