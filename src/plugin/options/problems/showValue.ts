/** The value an issue's path leads to, as a short text. */
export const showValue = (options: unknown, path: PropertyKey[]): string => {
  const value = path.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null
        ? (parent as Record<PropertyKey, unknown>)[key]
        : undefined,
    options,
  )
  // Never what is inside an object: a provider's holds credentials.
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'an object'
    : typeof value === 'function'
      ? 'a function'
      : typeof value === 'string'
        ? `"${value}"`
        : String(value)
}
