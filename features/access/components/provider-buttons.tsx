import { Button } from '@/components/button'

type Props = {
  providers: { id: string; name: string }[]
  action: (form: FormData) => Promise<void>
  next: string
  verb?: string
}

/** One form for each provider that is configured. */
export function ProviderButtons({ providers, action, next, verb = 'Continue with' }: Props) {
  return (
    <div className="stack">
      {providers.map(({ id, name }) => (
        <form key={id} action={action}>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value={next} />
          <Button type="submit">
            {verb} {name}
          </Button>
        </form>
      ))}
    </div>
  )
}
