import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as unknown

/** The sources of the package's entry points: `./dist/exports/sdk.js` is `src/exports/sdk.ts`. */
const listEntries = (): string[] => {
  const { exports } = readJson('package.json') as {
    exports: Record<string, { default: string } | string>
  }
  return Object.values(exports)
    .filter((entry) => typeof entry !== 'string')
    .map(({ default: file }) => file.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
}

const createProgram = (entries: readonly string[]): ts.Program => {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (name) =>
    ts.sys.readFile(name),
  ) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  return ts.createProgram(
    entries.map((entry) => path.join(ROOT, entry)),
    options,
  )
}

type ListPublicNamesArgs = { entry: string; program: ts.Program }

/** Each name an entry point exports, and what its docstring says. */
const listPublicNames = ({
  entry,
  program,
}: ListPublicNamesArgs): { documentation: string; isOurs: boolean; name: string }[] => {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(path.join(ROOT, entry))
  const module = source && checker.getSymbolAtLocation(source)
  return (module ? checker.getExportsOfModule(module) : []).map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return {
      name: symbol.name,
      documentation: ts.displayPartsToString(target.getDocumentationComment(checker)),
      isOurs: (target.declarations ?? []).some((declaration) =>
        declaration.getSourceFile().fileName.startsWith(path.join(ROOT, 'src')),
      ),
    }
  })
}

describe('the public names', () => {
  const entries = listEntries()
  const program = createProgram(entries)

  it.each(entries)('should each have a docstring in %s', (entry) => {
    const names = listPublicNames({ entry, program })
    const undocumented = names.filter(({ documentation, isOurs }) => isOurs && !documentation)

    expect(names).not.toEqual([])
    expect(undocumented.map(({ name }) => name)).toEqual([])
  })
})
