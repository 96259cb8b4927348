import type { FlattenedField, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

/** Where in a document a value is: a field, through groups, and its language where it has some. */
export type Column = readonly string[]

type ListColumnsArgs = {
  collection: SanitizedCollectionConfig
  localization: SanitizedConfig['localization']
}

/** What a collection whose users sign in knows of that, whatever a project made of it. */
const AUTH_FIELDS: ReadonlySet<string> = new Set([
  '_verificationToken',
  '_verified',
  'apiKey',
  'apiKeyIndex',
  'enableAPIKey',
  'hash',
  'lockUntil',
  'loginAttempts',
  'resetPasswordExpiration',
  'resetPasswordToken',
  'salt',
  'sessions',
])

/** Payload hides them in forms and shows them in lists. */
const DATES: ReadonlySet<string> = new Set(['createdAt', 'deletedAt', 'updatedAt'])

/**
 * The values of a collection's documents, one by one: the id, then the fields in their order, those
 * of groups and named tabs each for itself, and of a field with languages each language. What the
 * admin panel hides is left out, and so is what only shows other documents.
 */
export const listColumns = ({ collection, localization }: ListColumnsArgs): Column[] => {
  const locales = localization ? localization.localeCodes : []
  const walk = (fields: readonly FlattenedField[], path: Column): Column[] =>
    fields.flatMap((field): Column[] => {
      const own = [...path, field.name]
      if (!isShown(field) || (collection.auth && AUTH_FIELDS.has(own.join('.')))) {
        return []
      }
      if (field.localized && locales.length > 0) {
        return locales.map((locale) => [...own, locale])
      }
      return field.type === 'group' || field.type === 'tab'
        ? walk(field.flattenedFields, own)
        : [own]
    })
  return [['id'], ...walk(collection.flattenedFields, []).filter(([name]) => name !== 'id')]
}

const isShown = (field: FlattenedField): boolean => {
  const { disabled, hidden }: { disabled?: boolean; hidden?: boolean } = field.admin ?? {}
  const isOpen = DATES.has(field.name) || (!hidden && !disabled)
  return field.type !== 'join' && !('hidden' in field && field.hidden) && isOpen
}
