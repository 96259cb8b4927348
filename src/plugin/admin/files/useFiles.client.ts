'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { StoredFile } from '../../../sync/operations/files/getFile.js'
import type { Run } from '../../../sync/run/Run.js'

import { isActive } from '../../../sync/run/RunStatus.js'
import { askSync, type SyncAnswer, type SyncRefusal } from '../parts/client/askSync.js'
import { usePluginTranslation } from '../parts/client/usePluginTranslation.client.js'
import { useSyncURL } from '../parts/client/useSyncURL.client.js'
import { SYNC_API_PATHS } from '../syncPaths.js'
import { uploadFile } from './uploadFile.js'

/** A file on its way, and what share of it was sent. */
export type Uploading = { name: string; share: number }

type UseFilesArgs = { connection: string; provider: string }

type Files = {
  /** Stops an upload; nothing of it is kept. */
  cancel: () => void
  discard: (id: string) => void
  /** The newest first. */
  files: readonly StoredFile[]
  importIt: (id: string) => void
  /** While the server is asked to do something. */
  isBusy: boolean
  /** Before the server said for the first time what was brought. */
  isLoading: boolean
  problem: SyncRefusal | undefined
  /** Those of the newest file. */
  runs: readonly Run[]
  upload: (file: File) => void
  uploading: undefined | Uploading
}

type Answer = { files: StoredFile[] }

const POLL_MS = 1000

/** The files that were brought for a connection, and what can be done with them. */
export const useFiles = ({ connection, provider }: UseFilesArgs): Files => {
  const { language, t } = usePluginTranslation()
  const base = useSyncURL(SYNC_API_PATHS.files)
  const logs = useSyncURL(SYNC_API_PATHS.logs)
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [runs, setRuns] = useState<readonly Run[]>([])
  const [uploading, setUploading] = useState<Uploading>()
  const [isBusy, setIsBusy] = useState(false)
  const [isLoading, setIsLoading] = useState(true)
  const [problem, setProblem] = useState<SyncRefusal>()
  const upload = useRef<AbortController>(undefined)

  const accept = useCallback(
    <TAnswer>({ answer, refusals: [first] }: SyncAnswer<TAnswer>): TAnswer => {
      if (answer === null) {
        throw new RefusedByServer(first ?? { message: t('view:actionFailed') })
      }
      return answer
    },
    [t],
  )
  const ask = useCallback(
    async <TAnswer = unknown>(url: string, method?: 'DELETE' | 'POST'): Promise<TAnswer> =>
      accept(await askSync<TAnswer>({ language, method, url })),
    [language, accept],
  )

  const load = useCallback(async (): Promise<void> => {
    const query = new URLSearchParams({ connection, provider })
    const { files: found } = await ask<Answer>(`${base}?${query}`)
    const known = found.filter(({ status }) => status !== 'receiving')
    const ids = known[0]?.runs ?? []
    const told = await Promise.all(ids.map((id) => ask<Run>(`${logs}/${id}`)))
    setFiles(known)
    setRuns(told)
  }, [ask, base, connection, logs, provider])

  const tell = useCallback(
    (error: unknown): void =>
      setProblem(
        error instanceof RefusedByServer ? error.refusal : { message: t('view:actionFailed') },
      ),
    [t],
  )

  useEffect(() => {
    void load()
      .catch(tell)
      .finally(() => setIsLoading(false))
  }, [load, tell])

  // Whoever leaves does not wait for it any more.
  useEffect(() => () => upload.current?.abort(), [])

  const isWorking = files[0]?.status === 'importing' || runs.some(isActive)
  useEffect(() => {
    if (!isWorking) {
      return
    }
    // One that gets no answer is followed by the next.
    const timer = setInterval(() => void load().catch(() => undefined), POLL_MS)
    return () => clearInterval(timer)
  }, [isWorking, load])

  const act = (work: () => Promise<unknown>): void => {
    setProblem(undefined)
    setIsBusy(true)
    void work()
      .catch((error: unknown) => {
        if (!upload.current?.signal.aborted) {
          tell(error)
        }
      })
      .then(load)
      .catch(tell)
      .finally(() => {
        upload.current = undefined
        setIsBusy(false)
        setUploading(undefined)
      })
  }

  return {
    cancel: () => upload.current?.abort(),
    discard: (id) => act(() => ask(`${base}/${id}`, 'DELETE')),
    files,
    importIt: (id) => act(() => ask(`${base}/${id}/import`, 'POST')),
    isBusy,
    isLoading,
    problem,
    runs,
    upload: (file) => {
      const { name } = file
      const controller = new AbortController()
      upload.current = controller
      setUploading({ name, share: 0 })
      const date = new Date(file.lastModified).toISOString()
      const query = new URLSearchParams({ name, connection, date, provider })
      act(async () => {
        accept(
          await uploadFile({
            file,
            language,
            onProgress: (share) => setUploading({ name, share }),
            signal: controller.signal,
            url: `${base}?${query}`,
          }),
        )
      })
    },
    uploading,
  }
}

/** What the server said it would not do. */
class RefusedByServer extends Error {
  readonly refusal: SyncRefusal

  constructor(refusal: SyncRefusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}
