import { handleEndpoints } from 'payload'

import type { ByteSource } from '../../src/sync/files/ByteSource.js'
import type { StoredFile } from '../../src/sync/store/files/StoredFile.js'
import type { PeopleTest } from '../subscriptions/createPeopleTest.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'

type UploadArgs = {
  bytes: ByteSource
  connection?: string
  date?: string
  provider: string
  token: null | string
}

type Answer<TBody> = {
  body: { errors?: { code: string; message: string }[] } & TBody
  status: number
}

type Counts = Record<string, number>

/** What people do with files, through the routes. */
export const createFilesTest = ({
  ask,
  cacheKey,
  payload,
}: Pick<PeopleTest, 'ask' | 'cacheKey' | 'payload'>) => {
  const upload = async ({
    bytes,
    token,
    ...query
  }: UploadArgs): Promise<Answer<{ file: StoredFile }>> => {
    const source = bytes.read({ end: bytes.size, start: 0 })[Symbol.asyncIterator]()
    const given = new URLSearchParams({ name: bytes.name, ...query })
    const response = await handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: cacheKey,
      request: new Request(`http://localhost/api/sync/files?${given}`, {
        body: new ReadableStream({
          pull: async (controller) => {
            const { done, value } = await source.next()
            if (done) {
              controller.close()
            } else {
              controller.enqueue(value)
            }
          },
        }),
        // A stream of unknown length is sent while the answer may come already.
        duplex: 'half',
        headers: {
          'Content-Type': 'application/octet-stream',
          ...(token !== null && { Authorization: `JWT ${token}` }),
        },
        method: 'POST',
      } as RequestInit),
    })
    return {
      body: (await response.json()) as Awaited<ReturnType<typeof upload>>['body'],
      status: response.status,
    }
  }

  return {
    /** Uploads a file and imports it; what each run counted, by resource. */
    bring: async (args: { token: string } & UploadArgs) => {
      const { body, status } = await upload(args)
      if (status !== 201) {
        throw new Error(JSON.stringify(body))
      }
      const { token } = args
      const path = `/sync/files/${body.file.id}/import`
      const started = await ask({ method: 'POST', path, token })
      await drainSync({ payload })
      const runs = (started.body.runs ?? []) as { id: number; resource: string }[]
      const ended = await Promise.all(
        runs.map(async ({ id }) => (await ask({ path: `/sync/logs/${id}`, token })).body),
      )
      const counts = Object.fromEntries(
        ended.map(({ counts: of, resource }) => [resource as string, of as Counts]),
      )
      return { counts, file: body.file, statuses: ended.map(({ status: of }) => of) }
    },
    upload,
  }
}
