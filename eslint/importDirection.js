import path from 'node:path'

import { findRoom, isWithin } from './findRoom.js'
import { ROOMS, SERVER_ONLY } from './ROOMS.js'

const IS_TEST = /\.(?:spec|fixture)\.tsx?$/
const IS_CLIENT = /\.client\.tsx?$/
const PACKAGE_NAME = 'payload-plugin-sync'

/** Rooms whose folders know nothing of each other. */
const SEPARATE = new Map([
  ['content', 'A content kit must not import another kit.'],
  ['providers', 'A provider must not import another provider.'],
])

const isTypeOnly = ({ exportKind, importKind, specifiers }) =>
  importKind === 'type' ||
  exportKind === 'type' ||
  (specifiers?.length > 0 &&
    specifiers.every((specifier) => (specifier.importKind ?? specifier.exportKind) === 'type'))

/** What is wrong with an import, or `null`. */
const findFault = ({ file, isType, source, specifier }) => {
  const here = path.relative(source, file).split(path.sep).join('/')
  const room = findRoom(here)

  if (room === null) {
    return `${here} stands in no room. Give it one in eslint/ROOMS.js.`
  }

  const isClient = IS_CLIENT.test(here)
  const { imports, importsTypes = [], knowsNot, knowsTypesOf } = ROOMS[room]

  if (!specifier.startsWith('.')) {
    if (specifier === PACKAGE_NAME || specifier.startsWith(`${PACKAGE_NAME}/`)) {
      return 'Inside the package, import the file itself.'
    }
    if (knowsNot?.test(specifier)) {
      return `${room} must not know ${specifier}.`
    }
    if (!isType && knowsTypesOf?.test(specifier)) {
      return `${room} may import nothing but types from ${specifier}.`
    }
    if (isClient && !isType && SERVER_ONLY.packages.test(specifier)) {
      return `A browser runs this file: it may import nothing but types from ${specifier}.`
    }
    return null
  }

  const there = path
    .relative(source, path.resolve(path.dirname(file), specifier))
    .split(path.sep)
    .join('/')

  if (there.startsWith('../')) {
    return `${specifier} lies outside of src and is not part of the package.`
  }

  // Files right below src are rooms themselves, and are imported by the name of their output.
  const target = findRoom(there.replace(/\.js$/, '.ts'))

  if (target === null) {
    return `${there} stands in no room. Give it one in eslint/ROOMS.js.`
  }

  if (isClient && !isType && SERVER_ONLY.rooms.test(target)) {
    return `A browser runs this file: it may import nothing but types from ${target}.`
  }

  if (room === target && SEPARATE.has(room)) {
    const [, own] = here.split('/')
    const [, other] = there.split('/')
    return own === other ? null : SEPARATE.get(room)
  }

  const mayImport = (rooms) => rooms.some((name) => isWithin(target, name))

  if (isWithin(target, room) || imports.includes('*') || mayImport(imports)) {
    return null
  }

  if (mayImport(importsTypes)) {
    return isType ? null : `${room} may import nothing but types from ${target}.`
  }

  return `${room} must not import from ${target}; see the rooms in eslint/ROOMS.js.`
}

/** @type {import('eslint').Rule.RuleModule} */
export const importDirection = {
  create: (context) => {
    const { source } = context.settings.rooms
    const file = context.filename

    if (IS_TEST.test(file)) {
      return {}
    }

    const check = (node) => {
      const literal = node.source ?? node.argument?.literal
      const specifier = literal?.value

      if (typeof specifier !== 'string') {
        return
      }

      const isType = node.type === 'TSImportType' || isTypeOnly(node)
      const message = findFault({ file, isType, source, specifier })

      if (message !== null) {
        context.report({ message, node })
      }
    }

    return {
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      ImportDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
  meta: {
    docs: { description: 'Imports between the rooms of src go one way only.' },
    schema: [],
    type: 'problem',
  },
}
