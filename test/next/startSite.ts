import { spawn } from 'node:child_process'
import path from 'node:path'

import { findFreePort } from '../../dev/processes/findFreePort.js'
import { waitFor } from '../project/waitFor.js'

const FOLDER = path.join(import.meta.dirname, 'site')
const NEXT = path.join(import.meta.dirname, '../../node_modules/next/dist/bin/next')

export type Site = {
  close: () => Promise<void>
  read: <TAnswer>(route: string) => Promise<TAnswer>
  url: string
}

/** Starts a site of Next.js that knows nothing of Payload. */
export const startSite = async ({ secret }: { secret: string }): Promise<Site> => {
  const port = await findFreePort()
  const child = spawn(process.execPath, [NEXT, 'dev', FOLDER, '--port', String(port)], {
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'development',
      SITE_SECRET: secret,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await exited
  }
  const read = async <TAnswer>(route: string): Promise<TAnswer> => {
    const response = await fetch(`${url}${route}`)
    if (!response.ok) {
      throw new Error(`${route} answered ${response.status}:\n${output.slice(-4000)}`)
    }
    return (await response.json()) as TAnswer
  }
  try {
    await waitFor({
      event: 'the site to answer',
      look: async () => {
        if (child.exitCode !== null) {
          throw new Error(`The site ended early:\n${output}`)
        }
        return await fetch(`${url}/value`).then(
          ({ ok }) => ok,
          () => false,
        )
      },
    })
  } catch (error) {
    await close()
    throw error
  }
  return { close, read, url }
}
