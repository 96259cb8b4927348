import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const MOST_COLUMNS = 120

const LEFT_OUT = new Set(['coverage', 'dist', 'node_modules', 'tmp'])

/** Every page of the project, its own and none of what it installs or makes. */
const listPages = (folder = ROOT): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      const isOurs = !LEFT_OUT.has(entry.name) && !/^\.(?!changeset$)/.test(entry.name)
      return isOurs ? listPages(file) : []
    }
    return entry.name.endsWith('.md') && entry.name !== 'CHANGELOG.md' ? [file] : []
  })

/** The lines that are prose: what stands in a block of code is no link and no heading. */
const readProse = (file: string): string[] => {
  let isCode = false
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => {
      const isFence = line.trimStart().startsWith('```')
      isCode = isFence ? !isCode : isCode
      return !isFence && !isCode
    })
}

/** The anchor of a heading, as code hosts make it. */
const toAnchor = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const readAnchors = (file: string): Set<string> =>
  new Set(
    readProse(file)
      .filter((line) => /^#{1,6} /.test(line))
      .map((line) => toAnchor(line.slice(line.indexOf(' ')))),
  )

const readLinks = (file: string): string[] => {
  const text = readProse(file)
    .join('\n')
    .replace(/`[^`]*`/g, '')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
  return links
    .map(([, link, image]) => link ?? image ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
}

const findBrokenLinks = (page: string): string[] =>
  readLinks(page).filter((link) => {
    const [target = '', anchor] = link.split('#')
    const file = target === '' ? page : path.resolve(path.dirname(page), target)
    if (!existsSync(file)) {
      return true
    }
    return anchor !== undefined && !(statSync(file).isFile() && readAnchors(file).has(anchor))
  })

/** Files of the project that a page speaks of by their path. */
const findMissingFiles = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/`((?:dev|docs|eslint|scripts|src|test)\/[\w./-]+)`/g)]
    .map(([, file]) => file ?? '')
    .filter((file) => !existsSync(path.join(ROOT, file)))

const PAGES = listPages().map((file) => ({ name: path.relative(ROOT, file), file }))

describe('the pages of the project', () => {
  it('should be found, from the front page to the reference', () => {
    expect(PAGES.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['README.md', 'docs/glossary.md', 'docs/reference/rest.md']),
    )
  })

  it.each(PAGES)('should lead somewhere with every link of $name', ({ file }) => {
    expect(findBrokenLinks(file)).toEqual([])
  })

  it.each(PAGES)('should name no file in $name that is not there', ({ file }) => {
    expect(findMissingFiles(file)).toEqual([])
  })

  it.each(PAGES)('should be readable without scrolling sideways: $name', ({ file }) => {
    const long = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > MOST_COLUMNS ? [`line ${index + 1}`] : []))
    expect(long).toEqual([])
  })
})
