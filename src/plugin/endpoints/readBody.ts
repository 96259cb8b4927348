import type { PayloadRequest } from 'payload'

import { InvalidInputError } from './InvalidInputError.js'

/** The body of a request. @throws InvalidInputError when it is not JSON */
export const readBody = async (req: PayloadRequest): Promise<unknown> => {
  try {
    return await req.json?.()
  } catch {
    throw new InvalidInputError([{ field: '', message: 'The body is not JSON.' }])
  }
}
