/** What every stored document has, whatever the provider. */
export type StoredFields<TId extends number | string> = {
  createdAt: string
  /** The provider's own id. With `provider` it is unique in its collection. */
  externalId: string
  id: TId
  /** Name of the provider: `sportmonks`. */
  provider: string
  /** ISO 8601. It moves only when a field did. */
  updatedAt: string
}

/** Leads to another document: its id, or the document itself where `depth` reached it. */
export type Related<TId extends number | string, TDocument> = null | TDocument | TId

/** What an editor wrote in a rich text field, as Payload's Lexical editor stores it. */
export type RichText = {
  [k: string]: unknown
  root: {
    [k: string]: unknown
    children: {
      [k: string]: unknown
      type: string
      version: number
    }[]
    direction: 'ltr' | 'rtl' | null
    format: '' | 'center' | 'end' | 'justify' | 'left' | 'right' | 'start'
    indent: number
    type: string
    version: number
  }
}
