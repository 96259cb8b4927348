/** What survives `JSON.stringify` and back unchanged. */
export type JsonValue =
  { [key: string]: JsonValue } | boolean | JsonValue[] | null | number | string

/** An object of JSON values. */
export type JsonObject = { [key: string]: JsonValue }
