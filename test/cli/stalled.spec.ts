import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const BIN = path.resolve(import.meta.dirname, '../../node_modules/payload/bin.js')
const CONFIG = path.join(import.meta.dirname, 'stalled/payload.config.ts')

type CallArgs = { stalls: number }

const call = ({ stalls }: CallArgs) =>
  promisify(execFile)(process.execPath, [BIN, 'sync', 'help'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PAYLOAD_CONFIG_PATH: CONFIG,
      STALLS: String(stalls),
    },
  }).then(
    ({ stderr, stdout }) => ({ code: 0, stderr, stdout }),
    ({ code, stderr, stdout }: { code: number; stderr: string; stdout: string }) => ({
      code,
      stderr,
      stdout,
    }),
  )

/** Each starts several processes, which load the whole of Payload. */
const TIMEOUT_MS = 600_000

describe(
  'payload sync, when Node.js leaves the config half loaded',
  { timeout: TIMEOUT_MS },
  () => {
    it('should start again until the command has run', async () => {
      const { code, stderr, stdout } = await call({ stalls: 2 })

      expect(code).toBe(0)
      expect(stderr).toContain('Started with --conditions=production.')
      expect(stdout.match(/Usage: payload sync/g)).toHaveLength(1)
    })

    it('should fail with the reason when it never loads', async () => {
      const { code, stderr, stdout } = await call({ stalls: 100 })

      expect(stdout).toBe('')
      expect(stderr).toContain("left the project's config half loaded 6 times in a row")
      expect(code).toBe(1)
    })
  },
)
