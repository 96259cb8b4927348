/** The charset that a byte order mark of UTF-16 stands for. That of UTF-8 needs no looking for. */
export const findMark = ([first, second]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le'
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** The first bytes of a document as characters, to look for what it says of its charset. */
export const readStart = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
