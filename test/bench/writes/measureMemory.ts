import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SCRIPT = path.join(import.meta.dirname, 'memoryProcess.ts')
const KEPT = path.join(import.meta.dirname, '../../../node_modules/.cache/bench-memory.json')

const [FEW, MANY] = (process.env.BENCH_MEMORY ?? '10000,100000').split(',').map(Number) as [
  number,
  number,
]

/** The most memory that a process holds which loads few and many records, each in its own. */
export const measureMemory = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const few = await measure({ count: FEW, databaseUrl })
  const many = await measure({ count: MANY, databaseUrl })
  const memory = { few: { mb: few, records: FEW }, many: { mb: many, records: MANY } }
  writeFileSync(KEPT, JSON.stringify(memory))
  console.log(
    `Memory: ${FEW} records ${few} MB, ${MANY} records ${many} MB, ${(many / few).toFixed(2)} times.`,
  )
}

/** What was measured last; `null` where nothing was. */
export const readMemory = (): unknown =>
  existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as unknown) : null

type MeasureArgs = { count: number; databaseUrl: string }

const measure = async ({ count, databaseUrl }: MeasureArgs): Promise<number> => {
  const child = fork(SCRIPT, [String(count), databaseUrl])
  const exit = once(child, 'exit')
  const [mb] = (await Promise.race([once(child, 'message'), exit.then(() => [])])) as [number?]
  await exit
  if (mb === undefined) {
    throw new Error(`The process that loads ${count} records ended before it had.`)
  }
  return mb
}
