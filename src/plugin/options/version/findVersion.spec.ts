import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { findVersion } from './findVersion.js'

const NOW = new Date('2031-03-05T12:00:00.000Z')
const PRODUCTION = { NODE_ENV: 'production' }

/** A directory with what `next build` made at a moment. */
const build = (moment?: string): string => {
  const directory = mkdtempSync(join(tmpdir(), 'version-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  if (moment) {
    const file = join(directory, '.next', 'BUILD_ID')
    mkdirSync(join(directory, '.next'))
    writeFileSync(file, 'x1y2')
    utimesSync(file, new Date(moment), new Date(moment))
  }
  return directory
}

const find = (args: { moment?: string } & Partial<Parameters<typeof findVersion>[0]>) =>
  findVersion({
    directory: build(args.moment),
    environment: PRODUCTION,
    now: NOW,
    option: undefined,
    ...args,
  })

describe('findVersion', () => {
  it.each([
    [7, 7],
    [0, 0],
    ['2031-03-01T10:00:00Z', '2031-03-01T10:00:00.000Z'],
    ['2031-03-01T10:00:00+02:00', '2031-03-01T08:00:00.000Z'],
  ])('should be what the project says: %j', (option, version) => {
    expect(find({ moment: '2031-03-04T10:00:00.000Z', option })).toBe(version)
    expect(find({ environment: {}, option })).toBe(version)
  })

  it('should be the moment of the build in production', () => {
    const moment = '2031-03-04T10:00:00.000Z'
    expect(find({ moment })).toBe(moment)
    expect(find({ environment: { NODE_ENV: 'development' }, moment })).toBeUndefined()
    expect(find({ environment: {}, moment })).toBeUndefined()
  })

  it.each([
    ['without a build', undefined],
    ['with the time of a packer', '2018-10-20T00:00:00.000Z'],
    ['with the beginning of time', '1970-01-01T00:00:01.000Z'],
    ['with a time that is far ahead', '2031-03-07T00:00:00.000Z'],
  ])('should be unknown %s', (_name, moment) => {
    expect(find({ moment })).toBeUndefined()
  })

  it('should be unknown where .next/BUILD_ID cannot be looked at', () => {
    const directory = build()
    writeFileSync(join(directory, '.next'), '')
    expect(find({ directory })).toBeUndefined()
  })
})
