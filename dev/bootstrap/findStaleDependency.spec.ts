import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { findStaleDependency } from './findStaleDependency.mjs'

type Packages = Record<string, { integrity?: string; optional?: boolean; version?: string }>

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'stale-dependency-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

const writeList = ({ file, packages }: { file: string; packages: Packages }): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), JSON.stringify({ packages }))
}

const WANTED: Packages = {
  '': { version: '0.0.0' },
  'node_modules/for-another-system': { optional: true, version: '1.0.0' },
  'node_modules/next': { integrity: 'sha512-a', version: '16.0.0' },
}

const check = (installed?: Packages): null | string => {
  writeList({ file: 'package-lock.json', packages: WANTED })

  if (installed) {
    writeList({ file: 'node_modules/.package-lock.json', packages: installed })
  }

  return findStaleDependency({ root })
}

it('should ask for an installation when there was none', () => {
  expect(check()).toBe('nothing is installed yet')
})

it('should be content when all but packages for other systems are there', () => {
  expect(check({ 'node_modules/next': { integrity: 'sha512-a', version: '16.0.0' } })).toBeNull()
})

it('should name a package of another version', () => {
  expect(check({ 'node_modules/next': { integrity: 'sha512-b', version: '15.0.0' } })).toBe(
    'next 16.0.0 is missing',
  )
})

it('should name a package that is missing', () => {
  expect(check({})).toBe('next 16.0.0 is missing')
})
