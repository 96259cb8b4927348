import { z } from 'zod'

import type { Provider } from '../../../../sdk/index.js'

import { isFileImport } from '../../../../sdk/index.js'

/** One value that a form asks for. */
export type ConnectionInput = {
  description?: string
  /** What its schema does without may stay empty. */
  isRequired: boolean
  /** Typed behind dots. */
  isSecret: boolean
  /** What the provider lists, once it can be asked, is a `choice`. */
  kind: 'choice' | 'number' | 'switch' | 'text'
  label: string
  name: string
  /** What the schema itself allows, where it says so. */
  values?: (boolean | number | string)[]
}

/** What a form asks for of a connection to one provider. */
export type ConnectionForm = {
  /** Whether people agree on a page of the provider instead of entering credentials. */
  asksConsent?: boolean
  credentials: ConnectionInput[]
  label: string
  provider: string
  /** Whether its records come in files that people bring: nothing of it can be tried. */
  readsFiles?: boolean
  settings: ConnectionInput[]
}

/** The forms of all providers that people may enter connections of: plain data, and no value. */
export const toConnectionForms = (providers: readonly Provider[]): ConnectionForm[] =>
  providers.flatMap(({ name, accounts, label, source }) =>
    accounts
      ? [
          {
            ...(accounts.consent && { asksConsent: true }),
            credentials: toInputs({ areSecret: true, schema: accounts.credentials }),
            label,
            provider: name,
            ...(isFileImport(source) && { readsFiles: true }),
            settings: toInputs({
              choices: Object.keys(accounts.choices),
              schema: accounts.settings,
            }),
          },
        ]
      : [],
  )

type JSONSchema = {
  anyOf?: JSONSchema[]
  const?: unknown
  default?: unknown
  description?: string
  enum?: unknown[]
  format?: string
  properties?: Record<string, JSONSchema>
  required?: string[]
  title?: string
  type?: string
}

type ToInputsArgs = { areSecret?: boolean; choices?: readonly string[]; schema: z.ZodObject }

const toInputs = ({ areSecret = false, choices = [], schema }: ToInputsArgs): ConnectionInput[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JSONSchema
  return Object.entries(properties).map(([name, property]) => {
    const { description, format, title } = property
    const kind = areSecret ? 'text' : toKind(property)
    const values = areSecret ? [] : toValues(property)
    return {
      name,
      kind: choices.includes(name) || values.length > 0 ? 'choice' : kind,
      label: title ?? toWords(name),
      ...(description && { description }),
      isRequired: required.includes(name),
      isSecret: areSecret && format !== 'plain',
      ...(values.length > 0 && { values }),
    }
  })
}

/** What it may be besides nothing. */
const toBranches = (property: JSONSchema): JSONSchema[] =>
  (property.anyOf ?? [property]).filter(({ type }) => type !== 'null')

const toKind = (property: JSONSchema): ConnectionInput['kind'] => {
  const types = toBranches(property).map(({ type }) => type)
  if (types.length > 0 && types.every((type) => type === 'number' || type === 'integer')) {
    return 'number'
  }
  return types.length > 0 && types.every((type) => type === 'boolean') ? 'switch' : 'text'
}

const toValues = (property: JSONSchema): (boolean | number | string)[] => {
  const lists = toBranches(property).map(
    (branch) => branch.enum ?? (branch.const === undefined ? [] : [branch.const]),
  )
  // A text that may be anything besides is no choice.
  return lists.some((list) => list.length === 0)
    ? []
    : (lists
        .flat()
        .filter((value) => ['boolean', 'number', 'string'].includes(typeof value)) as string[])
}

/** `apiKey` and `api_key` are read as "Api key". */
const toWords = (name: string): string => {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
