// Takes out of what was built what nobody can reach: code and declarations that no export of the
// package leads to, such as the empty files that are left of types.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** Whatever names a file beside: imports, lazy ones, and addresses of workers. */
const NAMED = /['"](?<file>\.{1,2}\/[^'"\n]+)['"]/g

/** Every path that a condition of `exports` leads to. */
const listTargets = (exported) =>
  typeof exported === 'string' ? [exported] : Object.values(exported).flatMap(listTargets)

const toCandidates = (file, named) => {
  const beside = path.resolve(path.dirname(file), named)
  return file.endsWith('.d.ts') ? [beside.replace(/\.js$/, '.d.ts')] : [beside]
}

/** Removes from `target` all that neither `exports` nor `kept` leads to. */
export const trimPackage = ({ root, target, kept }) => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const found = new Set(
    [...listTargets(manifest.exports), ...kept].map((file) => path.join(root, file)),
  )
  for (const file of found) {
    if (/\.(?:js|d\.ts)$/.test(file)) {
      for (const { groups } of readFileSync(file, 'utf8').matchAll(NAMED)) {
        toCandidates(file, groups.file)
          .filter((candidate) => existsSync(candidate) && statSync(candidate).isFile())
          .forEach((candidate) => found.add(candidate))
      }
    }
  }
  for (const name of readdirSync(target, { recursive: true })) {
    const file = path.join(target, name)
    if (statSync(file).isFile() && !found.has(file)) {
      rmSync(file)
    }
  }
}
