import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'

const FILE = path.join(import.meta.dirname, 'onShutdown.ts')

type Ended = { code: null | number; output: string; signal: NodeJS.Signals | null }

/** Runs a script that says "ready", sends it a signal then, and returns what it did. */
const runAndEnd = (script: string): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `const { onShutdown } = await import(${JSON.stringify(FILE)})
       setInterval(() => {}, 1000)
       ${script}
       console.log('ready')`,
    ])
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.endsWith('ready\n')) {
        child.kill('SIGTERM')
      }
    })
    child.once('exit', (code, signal) => resolve({ code, output, signal }))
  })

const SLOW = `onShutdown(async () => {
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  console.log('slow')
})
`

it('should let all work be done, and then end the process as if nobody had listened', async () => {
  const ended = await runAndEnd(`${SLOW} onShutdown(() => console.log('quick'))`)

  expect(ended).toEqual({ code: null, output: 'ready\nquick\nslow\n', signal: 'SIGTERM' })
})

it('should not do what was taken back', async () => {
  const ended = await runAndEnd(`onShutdown(() => console.log('quick'))(); ${SLOW}`)

  expect(ended.output).toBe('ready\nslow\n')
})

it.each([
  ['before', (work: string, exit: string) => `${exit};\n${work}`],
  ['after', (work: string, exit: string) => `${work};\n${exit}`],
])(
  'should have its work done where a server that listened %s ends the process',
  async (_, join) => {
    const ended = await runAndEnd(
      join(
        `onShutdown(() => console.log('quick')); ${SLOW}`,
        `process.on('SIGTERM', () => process.exit(143))`,
      ),
    )

    expect(ended).toEqual({ code: 143, output: 'ready\nquick\nslow\n', signal: null })
  },
)

it('should leave the end to a server that takes longer', async () => {
  const ended = await runAndEnd(`${SLOW} process.on('SIGTERM', () => {
    setTimeout(() => {
      console.log('served')
      process.exit(7)
    }, 1000)
  })`)

  expect(ended).toEqual({ code: 7, output: 'ready\nslow\nserved\n', signal: null })
})

it('should end all the same when its work fails', async () => {
  const ended = await runAndEnd(`
    onShutdown(() => { throw new Error('broken') })
    ${SLOW}
    process.on('SIGTERM', () => process.exit(143))`)

  expect(ended).toEqual({ code: 143, output: 'ready\nslow\n', signal: null })
})
