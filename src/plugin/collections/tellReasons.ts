import type { AfterErrorHook } from 'payload'

import { ValidationError } from 'payload'

/**
 * Says of each field why a hook of ours refused it. A built site has a copy of Payload for pages,
 * routes and instrumentation each: the one that answers does not know the `ValidationError` of the
 * one that the config was loaded with, and would name the fields only.
 *
 * @see `utilities/formatErrors.js` of payload
 */
export const tellReasons: AfterErrorHook = ({ error }) =>
  error instanceof ValidationError
    ? {
        response: {
          errors: [{ name: error.name, data: { ...error.data }, message: error.message }],
        },
      }
    : undefined
