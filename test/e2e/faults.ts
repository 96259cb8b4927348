import { inject } from 'vitest'

import '../ProvidedContext.js'

const toUrl = (name: string): string => `${inject('emulatorUrl')}/_emulator/${name}`

const post = async (name: string, body: unknown): Promise<void> => {
  await fetch(toUrl(name), {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  })
}

/** Makes the provider misbehave until it is mended. */
export const breakProvider = (fault: Record<string, unknown>): Promise<void> =>
  post('faults', fault)

/** Lets the provider behave again. */
export const mendProvider = async (): Promise<void> => {
  await fetch(toUrl('faults'), { method: 'DELETE' })
}

/** Has the provider say something else of a record. */
export const changeRecord = (args: {
  /** @default 'put' */
  action?: 'put' | 'remove' | 'reset'
  entity: string
  id: number
  patch?: Record<string, unknown>
}): Promise<void> => post('records', { action: 'put', ...args })

/** Lets the provider say of every record again what it said first. */
export const forgetChanges = async (): Promise<void> => {
  await fetch(toUrl('records'), { method: 'DELETE' })
}
