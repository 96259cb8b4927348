import { RefusedError } from '../RefusedError.js'

/** The page that is asked for, from 0. Throws `RefusedError` on what is no number. */
export const readPage = (query: URLSearchParams): { number: number; size: number } => ({
  number: toCount({ name: 'pageNumber', fallback: 0, query }),
  size: Math.min(toCount({ name: 'pageSize', fallback: 25, query }), MAX_SIZE) || 25,
})

const MAX_SIZE = 100

const toCount = ({
  name,
  fallback,
  query,
}: {
  fallback: number
  name: string
  query: URLSearchParams
}): number => {
  const text = query.get(name)
  if (text === null) {
    return fallback
  }
  if (!/^\d+$/.test(text)) {
    throw new RefusedError({ message: `${name} must be a number`, status: 400 })
  }
  return Number(text)
}
