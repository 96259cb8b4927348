/** A moment as everybody but Postgres writes it: ISO 8601. `null` where there is none. */
export const toMoment = (moment: unknown): null | string =>
  typeof moment === 'string' || moment instanceof Date ? new Date(moment).toISOString() : null
