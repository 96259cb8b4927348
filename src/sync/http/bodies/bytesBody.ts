import type { BodyKind } from './BodyKind.js'

/** Anything at all, as it was sent: an archive, an image. */
export const bytesBody: BodyKind = { label: 'bytes', maxBytes: 50_000_000 }
