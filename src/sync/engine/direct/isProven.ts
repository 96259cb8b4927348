import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Versions of Payload that documents are written directly with. Add one when
 * `npm run test:long -- sameness` has passed with it.
 */
const PROVEN_VERSIONS: ReadonlySet<string> = new Set(['3.90.2'])

let proven: boolean | undefined

/**
 * Whether the project's Payload is one that this was proven with. Nobody knows where Payload was
 * bundled into one file, and then it is not.
 */
export const isProven = (): boolean => {
  proven ??= PROVEN_VERSIONS.has(readPayloadVersion() ?? '')
  return proven
}

/**
 * Payload exports neither its version nor its `package.json`, which stands above its entry. Looked
 * for from where the process runs, because a bundler would take a look from here for an import.
 */
const readPayloadVersion = (): string | undefined => {
  try {
    let folder = path.dirname(createRequire(path.resolve('package.json')).resolve('payload'))
    while (!existsSync(path.join(folder, 'package.json'))) {
      folder = path.dirname(folder)
    }
    const text = readFileSync(path.join(folder, 'package.json'), 'utf8')
    const { name, version: found } = JSON.parse(text) as { name: string; version: string }
    return name === 'payload' ? found : undefined
  } catch {
    return undefined
  }
}
