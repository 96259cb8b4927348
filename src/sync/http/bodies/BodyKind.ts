/** How answers of one kind are told from others and read. */
export type BodyKind = {
  /** What is asked for, as the header `Accept`. Absent: the server decides. */
  accept?: string
  /** As messages name it: `JSON`. */
  label: string
  /** The most bytes unless the facts or the request say otherwise. */
  maxBytes: number
  /** Absent for what is no text. */
  text?: TextKind
}

export type TextKind = {
  /** The charset that the bytes themselves name, where the header names none. */
  findCharset?: (bytes: Uint8Array) => string | undefined
  /** Whether a content type in lower case, without parameters, is one of this kind. */
  isType: (type: string) => boolean
  /**
   * What the text says.
   *
   * @throws SyntaxError when it is not whole; its message says where, or nothing
   * @throws SyncError when it is whole and not to be read
   */
  parse: (text: string) => unknown
}
