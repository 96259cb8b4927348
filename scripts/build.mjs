import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { trimPackage } from './trimPackage.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = path.join(root, 'src')
const target = path.join(root, 'dist')

// What an earlier build left behind would be published.
rmSync(target, { force: true, recursive: true })

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/typescript/bin/tsc'), '--project', 'tsconfig.build.json'],
  { cwd: root, stdio: 'inherit' },
)

if (status !== 0) {
  process.exit(status ?? 1)
}

// tsc leaves style sheets where they are.
for (const file of readdirSync(source, { recursive: true })) {
  if (file.endsWith('.css')) {
    cpSync(path.join(source, file), path.join(target, file))
  }
}

// A declaration has no style, but tsc keeps the import, which nobody's TypeScript can resolve.
const STYLE_IMPORT = /^import '[^']+\.css';\n/gm

for (const file of readdirSync(target, { recursive: true })) {
  if (file.endsWith('.d.ts')) {
    const declaration = path.join(target, file)
    const text = readFileSync(declaration, 'utf8')
    const plain = text.replaceAll(STYLE_IMPORT, '')
    if (plain !== text) {
      writeFileSync(declaration, plain)
    }
  }
}

const { sideEffects } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
trimPackage({ kept: sideEffects.filter((name) => name.endsWith('.js')), root, target })
