import type { Json, Row } from '../../json.js'

/** So many players are on a page. */
const PER_PAGE = 20

/**
 * The envelope. `errors` and `parameters` are lists when they are empty and objects when they are
 * not; `results` is the number of rows of this page.
 */
export const toBody = ({
  errors = [],
  found = [],
  isPaged = false,
  parameters,
  path,
}: {
  errors?: Json
  found?: Json
  isPaged?: boolean
  parameters: URLSearchParams
  /** Below the base URL. */
  path: string
}): Row => {
  const page = pageOf(parameters)
  const pages =
    isPaged && Array.isArray(found) ? Math.max(1, Math.ceil(found.length / PER_PAGE)) : 1
  const response =
    isPaged && Array.isArray(found) ? found.slice((page - 1) * PER_PAGE, page * PER_PAGE) : found
  return {
    errors,
    get: path.replace(/^\//, ''),
    paging: { current: isPaged ? page : 1, total: pages },
    parameters: parameters.size > 0 ? Object.fromEntries(parameters) : [],
    response,
    results: Array.isArray(response) ? response.length : 1,
  }
}

/** Which page is asked for, from 1; what is no page counts as the first. */
export const pageOf = (parameters: URLSearchParams): number => {
  const page = Number(parameters.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 ? page : 1
}
