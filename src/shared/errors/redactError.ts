import { redact } from '../redact/redact.js'

type RedactErrorArgs = { error: unknown; secrets: readonly string[] }

/**
 * An error without secrets, to throw in the place of one that came from outside. Its class, code
 * and retry hints stay. Its cause is left out: nobody knows what that holds.
 */
export const redactError = ({ error, secrets }: RedactErrorArgs): Error => {
  if (!(error instanceof Error)) {
    return new Error(redact({ secrets, text: String(error) }))
  }
  const { cause: _, ...own } = Object.getOwnPropertyDescriptors(error) as PropertyDescriptorMap
  const clean = (text: string): PropertyDescriptor => ({
    configurable: true,
    enumerable: false,
    value: redact({ secrets, text }),
    writable: true,
  })
  return Object.create(Object.getPrototypeOf(error) as Error, {
    ...own,
    message: clean(error.message),
    stack: clean(error.stack ?? error.message),
  }) as Error
}
