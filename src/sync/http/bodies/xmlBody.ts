import type { BodyKind } from './BodyKind.js'

import { readXml } from '../../../shared/markup/readXml.js'
import { findMark, readStart } from './findMark.js'

const DECLARATION = /^(?:ï»¿)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/

/** Elements with their attributes; entities and document types are refused. */
export const xmlBody: BodyKind = {
  accept: 'application/xml, text/xml;q=0.9, */*;q=0.1',
  label: 'XML',
  // It is read in one go, and everything else waits meanwhile.
  maxBytes: 10_000_000,
  text: {
    findCharset: (bytes) => findMark(bytes) ?? DECLARATION.exec(readStart(bytes))?.[1],
    isType: (type) => type === '' || type === 'text/plain' || /[/+]xml$/.test(type),
    parse: readXml,
  },
}
