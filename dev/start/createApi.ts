/** Calls the dev app's REST API. */
export type Api = <T>(path: string, body?: object) => Promise<T>

/** An answer other than 2xx throws with the message of the answer. `autoLogin` signs us in. */
export const createApi =
  ({ baseUrl, signal }: { baseUrl: string; signal: AbortSignal }): Api =>
  async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${baseUrl}/api${path}`, {
      body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
      method: body ? 'POST' : 'GET',
      signal,
    })
    const text = await response.text()

    if (!response.ok) {
      throw new Error(`/api${path} answered ${response.status}: ${text.slice(0, 500)}`)
    }

    return JSON.parse(text) as T
  }
