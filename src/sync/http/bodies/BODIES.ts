import type { AnswerKind } from '../../../sdk/index.js'
import type { BodyKind } from './BodyKind.js'

import { bytesBody } from './bytesBody.js'
import { htmlBody } from './htmlBody.js'
import { jsonBody } from './jsonBody.js'
import { streamBody } from './streamBody.js'
import { textBody } from './textBody.js'
import { xmlBody } from './xmlBody.js'

/**
 * Every kind of answer a resource may ask for: content types, limit, charset and parser of each.
 */
export const BODIES: Readonly<Record<AnswerKind, BodyKind>> = {
  bytes: bytesBody,
  html: htmlBody,
  json: jsonBody,
  stream: streamBody,
  text: textBody,
  xml: xmlBody,
}
