import { oneClick } from '@/features/subscriptions/api'

type Context = { params: Promise<{ token: string }> }

/** What is posted to /unsubscribe/[token] arrives here, because a page cannot have a handler beside it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return oneClick(request, (await params).token)
}
