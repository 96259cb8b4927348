import { z } from 'zod'

import { unescapeHtml } from './unescapeHtml.js'

/** A text of a system that may send it escaped for HTML; what comes out is what people read. */
export const textSchema = z.string().transform(unescapeHtml)

/** The same for a name: without blanks around it, and never empty. */
export const nameSchema = textSchema.pipe(z.string().trim().min(1))
