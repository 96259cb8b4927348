type ToDatabaseUrlArgs = {
  name: string
  /** Of any database of the server. */
  serverUrl: string
}

/** URL of a database of a server. */
export const toDatabaseUrl = ({ name, serverUrl }: ToDatabaseUrlArgs): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${encodeURIComponent(name)}`

  return url.href
}
