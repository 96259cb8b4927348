import { revalidationSchema } from './Revalidation.js'
import { findSignatureProblem, SIGNATURE_HEADER } from './signature.js'

type RevalidateRouteArgs = {
  /** The one that `revalidateAfterSync` signs with. */
  secret: string
}

const PROBLEMS = {
  expired: 'The call was signed too long ago, or the clocks of the two hosts differ.',
  invalid: 'The call is not signed with the secret of this project.',
  used: 'The call was made before.',
} as const

const refuse = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ code, message }] }, { status })

/**
 * A Next.js route handler that `revalidateAfterSync` calls, for a site that is another Next.js
 * project than that of Payload; give both the same `secret`. The project of Payload has such a route
 * by itself, `POST /api/sync/revalidate`.
 *
 * @example
 *   // app/api/revalidate/route.ts
 *   export const POST = revalidateRoute({ secret: process.env.REVALIDATE_SECRET! })
 */
export const revalidateRoute =
  ({ secret }: RevalidateRouteArgs) =>
  async (request: Pick<Request, 'headers' | 'text'>): Promise<Response> => {
    const body = await request.text()
    const problem = findSignatureProblem({
      body,
      header: request.headers.get(SIGNATURE_HEADER),
      now: Date.now(),
      secret,
    })
    if (problem) {
      return refuse(401, `SIGNATURE_${problem.toUpperCase()}`, PROBLEMS[problem])
    }
    const parsed = revalidationSchema.safeParse(toJson(body))
    if (!parsed.success) {
      return refuse(400, 'INVALID_INPUT', parsed.error.issues.map(({ message }) => message).join())
    }
    const { paths, profile, tags } = parsed.data
    // Only here: whoever loads the config outside of Next.js has no use for it.
    const { revalidatePath, revalidateTag } = await import('next/cache.js')
    tags.forEach((tag) => revalidateTag(tag, profile))
    for (const path of paths) {
      if (typeof path === 'string') {
        revalidatePath(path)
      } else {
        revalidatePath(path.path, path.type)
      }
    }
    return Response.json({ paths: paths.length, tags: tags.length })
  }

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
