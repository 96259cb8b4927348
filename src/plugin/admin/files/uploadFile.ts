import { type SyncAnswer, toAnswer } from '../parts/client/askSync.js'

type UploadFileArgs = {
  file: File
  /** What the user reads, for the server's own words. */
  language: string
  /** Told what share of it has been sent, 0 to 1. */
  onProgress: (share: number) => void
  /** Aborted by whoever does not want to wait for it any more. */
  signal: AbortSignal
  url: string
}

const FIRST_REFUSAL = 300

/**
 * Sends a file as it is. `fetch` does not tell how far it got, which takes minutes for a large one.
 *
 * @throws what `signal` was aborted with, and an Error when the server did not answer
 */
export const uploadFile = ({
  file,
  language,
  onProgress,
  signal,
  url,
}: UploadFileArgs): Promise<SyncAnswer<unknown>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.withCredentials = true
    request.setRequestHeader('Accept-Language', language)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('load', () =>
      resolve(toAnswer({ isAccepted: request.status < FIRST_REFUSAL, text: request.responseText })),
    )
    request.addEventListener('error', () => reject(new Error('The server did not answer.')))
    request.addEventListener('abort', () => reject(signal.reason as Error))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
