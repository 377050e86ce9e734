import { Button } from '@/components/button'

type FormAction = (form: FormData) => Promise<void>

type Props = {
  email: string | null
  providers: { id: string; name: string; isJoined: boolean }[]
  add: FormAction
  remove: FormAction
}

/** How somebody gets into their account. The link by mail is always there and cannot be removed. */
export function WaysToSignIn({ email, providers, add, remove }: Props) {
  return (
    <div className="form-column">
      {email && (
        <p>
          A link by mail to <strong>{email}</strong>
        </p>
      )}
      {providers.map(({ id, name, isJoined }) => (
        <form key={id} action={isJoined ? remove : add} className="cluster">
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value="/me/profile" />
          <span>{name}</span>
          <Button type="submit" size="small" aria-label={`${isJoined ? 'Remove' : 'Add'} ${name}`}>
            {isJoined ? 'Remove' : 'Add'}
          </Button>
        </form>
      ))}
    </div>
  )
}
