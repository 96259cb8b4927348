/** An id that points somewhere. The site writes `"0"` and an empty text for nowhere. */
export const toId = (value: unknown): null | string | undefined => {
  if (value === undefined) {
    return undefined
  }
  const id = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return id === '' || id === '0' ? null : id
}
