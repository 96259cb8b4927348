/** The answer to somebody who has to wait so many milliseconds. */
export const tooMany = ({ message, waitMs }: { message: string; waitMs: number }): Response => {
  const seconds = Math.ceil(waitMs / 1000)
  return Response.json(
    { errors: [{ code: 'TOO_MANY_REQUESTS', message: `${message} Try again in ${seconds} s.` }] },
    { headers: { 'Cache-Control': 'no-store', 'Retry-After': String(seconds) }, status: 429 },
  )
}
