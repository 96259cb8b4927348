import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Run } from '../../../src/sync/run/Run.js'
import type { Sample } from '../../samples/writeSamples.js'
import type { Api } from '../createApi.js'

type BringSamplesArgs = {
  api: Api
  baseUrl: string
  samples: readonly Sample[]
  signal: AbortSignal
}

/**
 * Brings each archive at the connection of its provider and imports it, as a person would; the runs.
 * None where something was brought before.
 */
export const bringSamples = async ({
  api,
  baseUrl,
  samples,
  signal,
}: BringSamplesArgs): Promise<Pick<Run, 'id'>[]> => {
  const started: Pick<Run, 'id'>[] = []
  for (const { file, provider } of samples) {
    const { docs } = await api<{ docs: { name: string }[] }>(
      `/syncConnections?limit=1&where[provider][equals]=${provider}`,
    )
    const connection = docs[0]?.name
    if (connection === undefined) {
      continue
    }
    const place = { connection, provider }
    const { files } = await api<{ files: unknown[] }>(`/sync/files?${new URLSearchParams(place)}`)
    if (files.length > 0) {
      continue
    }
    const query = new URLSearchParams({ ...place, name: path.basename(file) })
    const response = await fetch(`${baseUrl}/api/sync/files?${query}`, {
      body: await readFile(file),
      headers: { 'Content-Type': 'application/octet-stream' },
      method: 'POST',
      signal,
    })
    if (!response.ok) {
      throw new Error(`${file}: ${(await response.text()).slice(0, 500)}`)
    }
    const { file: stored } = (await response.json()) as { file: { id: string } }
    const { runs } = await api<{ runs: Pick<Run, 'id'>[] }>(`/sync/files/${stored.id}/import`, {})
    started.push(...runs)
  }
  return started
}
