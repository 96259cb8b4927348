import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const FOLDERS = ['dev', 'eslint', 'scripts', 'src', 'test']

/** What a reader takes in at one look. */
const MOST_FILES = 12

/** A test stands beside its file, and data is not read by its names. */
const isCounted = (name: string): boolean => !/\.(?:fixture|spec)\.tsx?$/.test(name)
const isData = (folder: string): boolean => /(?:^|\/)fixtures(?:\/|$)/.test(folder)

const list = (folder: string) => readdirSync(path.join(ROOT, folder), { withFileTypes: true })

/** A folder and all below it. */
const foldersIn = (folder: string): string[] => [
  folder,
  ...list(folder)
    // What a tool keeps for itself begins with a dot.
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .flatMap(({ name }) => foldersIn(`${folder}/${name}`)),
]

it('should find no folder with more than twelve files, tests and data left aside', () => {
  const tooFull = FOLDERS.flatMap(foldersIn)
    .filter((folder) => !isData(folder))
    .map((folder) => {
      const { length } = list(folder).filter((entry) => entry.isFile() && isCounted(entry.name))
      return { folder, length }
    })
    .filter(({ length }) => length > MOST_FILES)
    .map(({ folder, length }) => `${folder}: ${length}`)

  expect(tooFull).toEqual([])
})
