import type { BodyKind } from './BodyKind.js'

import { parseHtml } from '../../../shared/markup/parseHtml.js'
import { findMark, readStart } from './findMark.js'

const META = /<meta\s[^>]*?charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i

/** A page that can name itself is not in UTF-16, whatever it says. */
const findMeta = (bytes: Uint8Array): string | undefined => {
  const name = META.exec(readStart(bytes))?.[1]
  return name && /^utf-?16/i.test(name) ? 'utf-8' : name
}

/** Pages, to be searched with selectors. */
export const htmlBody: BodyKind = {
  accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  label: 'HTML',
  // It is read in one go, and everything else waits meanwhile.
  maxBytes: 10_000_000,
  text: {
    findCharset: (bytes) => findMark(bytes) ?? findMeta(bytes),
    isType: (type) => type === '' || type === 'text/html' || type === 'application/xhtml+xml',
    parse: parseHtml,
  },
}
