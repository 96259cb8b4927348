import type { BodyKind } from './BodyKind.js'

import { findMark } from './findMark.js'

const TYPES = new Set(['', 'application/csv', 'application/x-ndjson'])

/** Anything that is sent as text: CSV, lines. A page is no text: it is what comes in its place. */
export const textBody: BodyKind = {
  label: 'text',
  maxBytes: 50_000_000,
  text: {
    findCharset: findMark,
    isType: (type) => TYPES.has(type) || (type.startsWith('text/') && type !== 'text/html'),
    parse: (text) => text,
  },
}
