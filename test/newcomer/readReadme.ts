import { readFileSync } from 'node:fs'
import path from 'node:path'

const README = path.join(import.meta.dirname, '../../README.md')

type Section = {
  /** The commands of each block of a shell, without comments. */
  commands: string[][]
  /** Code by the file that its first line names. */
  files: Record<string, string>
}

/** A block of code, indented where it belongs to a list. */
const BLOCK = /^(?<indent> *)```(?<language>\w+)\n(?<text>.*?)^ *```$/gms

/** The code blocks of one section of the README, as they stand there. */
export const readReadme = (title: string): Section => {
  const [, rest] = readFileSync(README, 'utf8').split(`\n## ${title}\n`)
  if (rest === undefined) {
    throw new Error(`The README has no section "${title}".`)
  }
  const [section] = rest.split(/^## /m)
  const blocks = [...section!.matchAll(BLOCK)].map(({ groups }) => ({
    language: groups!.language!,
    text: groups!.text!.replaceAll(new RegExp(`^${groups!.indent}`, 'gm'), ''),
  }))
  return {
    commands: blocks
      .filter(({ language }) => language === 'sh')
      .map(({ text }) => toCommands(text)),
    files: Object.fromEntries(
      blocks
        .filter(({ language }) => language === 'ts')
        .map(({ text }) => [/^\/\/ (?<name>\S+)$/m.exec(text)!.groups!.name!, text]),
    ),
  }
}

const toCommands = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '')
