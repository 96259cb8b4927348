type WarmPagesArgs = {
  baseUrl: string
  log: (line: string) => void
  signal: AbortSignal
}

const PATHS = ['/admin', '/admin/sync', '/admin/spending', '/admin/collections/matches']

/** Has the pages compiled, so that the first person to open one does not wait for it. */
export const warmPages = async ({ baseUrl, log, signal }: WarmPagesArgs): Promise<void> => {
  for (const path of PATHS) {
    const response = await fetch(baseUrl + path, { signal })
    await response.arrayBuffer()

    if (!response.ok) {
      log(`${path} answers with status ${response.status}.`)
    }
  }
}
