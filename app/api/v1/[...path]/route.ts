import { ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import { dispatch } from '@/features/api/gate'

interface Context {
  params: Promise<{ path: string[] }>
}

const handle = async (request: Request, { params }: Context) =>
  dispatch(ENDPOINTS_OF_ALL_FEATURES, request, (await params).path)

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
