import { readFileSync } from 'node:fs'

const ROOT = new URL('../fixtures/sportmonks/', import.meta.url)

type RecordedBody = { [key: string]: unknown; data?: unknown }

/** One of our own reduced answers, by file name without extension. A fresh copy each time. */
export const readFixture = (name: string): RecordedBody =>
  JSON.parse(readFileSync(new URL(`${name}.json`, ROOT), 'utf8')) as RecordedBody
