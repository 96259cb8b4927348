import type { FieldHook } from 'payload'

/** What a run is called in lists and links: `library / books / full`. */
export const buildRunTitle: FieldHook = ({ data, originalDoc, value }) => {
  const run: Record<string, unknown> = { ...originalDoc, ...data }

  return value ?? [run.provider, run.resource, run.mode].filter(Boolean).join(' / ')
}
