import { Button } from '@/components/button'
import { signOut } from '@/features/access/actions/sign-in'

export function SignOutButton() {
  return (
    <form action={signOut}>
      <Button type="submit" variant="quiet" size="small">
        Sign out
      </Button>
    </form>
  )
}
