import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const BLOCKS = [
  ...read('../../docs/show-it-on-your-site.md').matchAll(/```tsx?\n([\s\S]*?)```/g),
].map(([, code]) => code)

/** Files of the project, so that whoever checks its types checks them. */
it('should show on the page for sites only code that is compiled, and all of it', () => {
  const files = readdirSync(new URL('site', import.meta.url)).map((name) => read(`site/${name}`))

  expect([...BLOCKS].sort()).toEqual(files.sort())
})
