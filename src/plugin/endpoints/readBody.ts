import type { PayloadRequest } from 'payload'

import { InvalidInputError } from './InvalidInputError.js'

/** The JSON of a request. @throws InvalidInputError when it is none */
export const readBody = async (req: PayloadRequest): Promise<unknown> => {
  try {
    return await req.json?.()
  } catch {
    throw new InvalidInputError([{ field: '', message: 'The body is not JSON.' }])
  }
}
