import { waitFor } from '../project/waitFor.js'

type Run = { counts: Record<string, number>; id: number; resource: string; status: string }

const ACCOUNT = { email: 'newcomer@example.com', password: 'only-for-tests' }
const JSON_HEADERS = { 'Content-Type': 'application/json' }
const ACTIVE = ['queued', 'running']

/** Of all runs, on a machine that is busy with other things. */
const SYNC_TIMEOUT_MS = 600_000

/** The first user of a project: makes an account, signs in and presses the button. */
export const openPerson = async (url: string) => {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${url}${path}`, init)
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    }
    return response
  }
  const post = { body: JSON.stringify(ACCOUNT), headers: JSON_HEADERS, method: 'POST' }
  // Refused where there is one already.
  await fetch(`${url}/api/users/first-register`, post)
  const { token } = (await (await ask('/api/users/login', post)).json()) as { token: string }
  const headers = { ...JSON_HEADERS, Authorization: `JWT ${token}` }

  return {
    page: async (path: string): Promise<string> => {
      const show = () => ask(path, { headers: { Cookie: `payload-token=${token}` } })
      // Node.js waits five minutes for an answer, and a busy machine may compile for longer.
      return await (await show().catch(show)).text()
    },
    /** Runs of one resource, or of all, when they have ended. */
    sync: async (resource?: string): Promise<Run[]> => {
      const body = JSON.stringify({ provider: 'sportmonks', ...(resource && { resource }) })
      const answer = await ask('/api/sync/trigger', { body, headers, method: 'POST' })
      const { runs } = (await answer.json()) as { runs: { id: number }[] }
      return await waitFor({
        event: 'the end of the runs',
        look: async () => {
          const found = await Promise.all(
            runs.map(async ({ id }) => {
              const found = await ask(`/api/syncLogs/${id}?depth=0`, { headers })
              return (await found.json()) as Run
            }),
          )
          return found.every(({ status }) => !ACTIVE.includes(status)) && found
        },
        timeoutMs: SYNC_TIMEOUT_MS,
      })
    },
  }
}
