import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'

import { isAlive } from './isAlive.js'
import { startProcess } from './startProcess.js'

const WAITS_FOR_EVER = 'setInterval(() => {}, 1000); console.log(process.pid)'

const waitUntil = async (isTrue: () => boolean): Promise<void> => {
  await expect.poll(isTrue).toBe(true)
}

it('should end a process that ends when asked, and keep its last output', async () => {
  const started = startProcess({ args: ['-e', WAITS_FOR_EVER], command: process.execPath })
  await waitUntil(() => started.lastOutput() !== '')
  const pid = Number(started.lastOutput())
  expect(isAlive(pid)).toBe(true)

  await started.stop()

  expect(isAlive(pid)).toBe(false)
})

it('should kill a process that does not end when asked', async () => {
  const started = startProcess({
    args: ['-e', `process.on('SIGINT', () => {}); ${WAITS_FOR_EVER}`],
    command: process.execPath,
  })
  await waitUntil(() => started.lastOutput() !== '')
  const pid = Number(started.lastOutput())

  await started.stop({ graceMs: 100 })

  await waitUntil(() => !isAlive(pid))
})

it('should tell with which code a process ended', async () => {
  const { exited } = startProcess({ args: ['-e', 'process.exit(3)'], command: process.execPath })

  expect(await exited).toEqual({ code: 3, signal: null })
})

it('should end the process when whoever started it is killed', async () => {
  const file = path.join(import.meta.dirname, 'startProcess.ts')
  const parent = spawn(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    `const { startProcess } = await import(${JSON.stringify(file)})
     startProcess({
       args: ['-e', ${JSON.stringify(WAITS_FOR_EVER)}],
       command: process.execPath,
       onOutput: (text) => process.stdout.write(text),
     })`,
  ])
  let output = ''
  parent.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await waitUntil(() => output !== '')
  const pid = Number(output)
  expect(isAlive(pid)).toBe(true)

  parent.kill('SIGKILL')

  await waitUntil(() => !isAlive(pid))
})
