import { z } from 'zod'

const shape = z.looseObject({
  name: z.string(),
  connections: z.instanceof(Map),
  resources: z.instanceof(Map),
})

const kit = z.looseObject({ name: z.string(), collections: z.instanceof(Map) }).optional()

/** What `defineProvider` made. Anything else is named by what it seems to be. */
export const providerSchema = z.unknown().superRefine((value, context) => {
  if (typeof value === 'function') {
    const name = value.name || 'library'
    context.addIssue({
      code: 'custom',
      message: `${name} is not called; write ${name}() in place of ${name}`,
      params: { isWhole: true },
    })
  } else if (value instanceof Promise) {
    context.addIssue('expected a provider, not a promise of one')
  } else if (!shape.safeParse(value).success) {
    context.addIssue('expected a provider that defineProvider made')
  } else if (!kit.safeParse((value as { content?: unknown }).content).success) {
    context.addIssue({
      code: 'custom',
      message: 'expected a kit that defineContent made',
      path: ['content'],
    })
  }
})
