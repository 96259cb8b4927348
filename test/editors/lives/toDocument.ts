/** Values by path, `venue.city`, as a document. */
export const toDocument = (
  values: Iterable<readonly [string, unknown]>,
): Record<string, unknown> => {
  const document: Record<string, unknown> = {}
  for (const [path, value] of values) {
    const [key = '', inner] = path.split('.')
    document[key] =
      inner === undefined ? value : { ...(document[key] as object | undefined), [inner]: value }
  }
  return document
}
