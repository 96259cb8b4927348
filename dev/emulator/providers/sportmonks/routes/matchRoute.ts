import type { Params, Route } from './routes.js'

import { routes } from './routes.js'

/** The first route of the table that fits a path; `null` when none does. */
export const matchRoute = (path: string): { params: Params; route: Route } | null => {
  for (const { pattern, route } of compiled) {
    const groups = pattern.exec(path)
    if (groups) {
      return { params: toParams({ path, values: groups.groups ?? {} }), route }
    }
  }
  return null
}

const SHAPES: Readonly<Record<string, string>> = {
  date: '[^/]+',
  from: '[^/]+',
  ids: String.raw`\d+(?:,\d+)*`,
  to: '[^/]+',
}

const compiled = routes.map((route) => {
  const source = route.path.replace(
    /:(\w+)/g,
    (_, name: string) => `(?<${name}>${SHAPES[name] ?? String.raw`\d+`})`,
  )
  return { pattern: new RegExp(`^${source}/?$`), route }
})

const toParams = ({ path, values }: { path: string; values: Record<string, string> }): Params => {
  const text = (name: string): string => {
    const value = values[name]
    if (value === undefined) {
      throw new Error(`The route of ${path} has no parameter "${name}".`)
    }
    return value
  }
  return { number: (name) => Number(text(name)), text }
}
