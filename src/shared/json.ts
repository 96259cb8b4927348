/** What survives `JSON.stringify` and back unchanged. */
export type JsonValue =
  boolean | JsonValue[] | null | number | string | { [key: string]: JsonValue }

/** An object of JSON values. */
export type JsonObject = { [key: string]: JsonValue }
