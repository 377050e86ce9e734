import { Button } from '@/components/button'

type Props = { title: string; uses: number; action: () => Promise<void> }

/** Takes away what nobody has used; of anything else it says why not. */
export function RemoveForm({ title, uses, action }: Props) {
  if (uses > 0)
    return (
      <p className="small muted">
        It cannot be removed: {uses === 1 ? 'one entry says' : `${uses} entries say`} something in it.
      </p>
    )
  return (
    <form action={action}>
      <Button type="submit" size="small" variant="danger">
        Remove “{title}”
      </Button>
    </form>
  )
}
