// What the plugin adds to every page of the admin panel: the client components that Payload's import
// map names, without what they load only when they are drawn. Needs a build.
import { build } from 'esbuild'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))

/** In bytes, compressed. */
const LIMIT = 30_000

const ENTRY = path.join(root, 'dist/exports/client.js')

const { metafile, outputFiles } = await build({
  bundle: true,
  entryPoints: [ENTRY],
  // What every page has anyway.
  external: ['@payloadcms/*', 'next/*', 'payload/*', 'react', 'react-dom', 'react/*'],
  format: 'esm',
  metafile: true,
  minify: true,
  outdir: 'bundle',
  splitting: true,
  write: false,
})

const sizes = new Map(
  outputFiles.map(({ contents, path: file }) => [
    path.relative(process.cwd(), file),
    gzipSync(contents).length,
  ]),
)
// What is loaded lazily is an entry, too.
const isEntry = ({ entryPoint }) => entryPoint && path.resolve(entryPoint) === ENTRY
const entry = Object.keys(metafile.outputs).find((name) => isEntry(metafile.outputs[name]))
const needed = new Set()
const visit = (name) => {
  if (needed.has(name) || !sizes.has(name)) {
    return
  }
  needed.add(name)
  const { cssBundle, imports } = metafile.outputs[name]
  imports.filter(({ kind }) => kind === 'import-statement').forEach((used) => visit(used.path))
  if (cssBundle) {
    needed.add(cssBundle)
  }
}
visit(entry)

const sum = (names) => names.reduce((total, name) => total + sizes.get(name), 0)
const always = sum([...needed])
const later = sum([...sizes.keys()]) - always
console.log(
  `Every admin page loads ${always} bytes of the plugin (gzip, ${LIMIT} allowed); its own views ${later} more.`,
)
process.exitCode = always > LIMIT ? 1 : 0
