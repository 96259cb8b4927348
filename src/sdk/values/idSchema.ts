import { z } from 'zod'

/**
 * An id as providers send it, as text: a text, or a whole number of any length. Ids above 2^53 stay
 * exact, because the reader of JSON hands them on as the text of their digits.
 */
export const idSchema = z.union([z.string().trim().min(1), z.int()]).transform(String)
