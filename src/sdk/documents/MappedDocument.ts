import type { Reference } from '../references/Reference.js'

/** What the engine and Payload fill in themselves, whatever collection it is. */
type ManagedKey =
  'createdAt' | 'deletedAt' | 'externalId' | 'id' | 'provider' | 'sizes' | 'updatedAt'

/** The document that a relationship holds in place of its id. */
type LinkedDocument<TValue> = Extract<TValue, { id: number | string }>

/** Whether a field is a relationship or an upload: an id, or the document itself. */
type IsLink<TValue> = [LinkedDocument<TValue>] extends [never]
  ? false
  : [Extract<TValue, number | string>] extends [never]
    ? false
    : true

type MappedValue<TValue> =
  IsLink<TValue> extends true
    ? Exclude<TValue, LinkedDocument<TValue>> | Reference
    : TValue extends Reference
      ? TValue
      : TValue extends readonly (infer TItem)[]
        ? number extends TValue['length']
          ? MappedItem<TItem>[]
          : TValue
        : TValue extends object
          ? string extends keyof TValue
            ? TValue
            : { [K in keyof TValue]?: MappedValue<TValue[K]> } | null
          : TValue

/** A row of an array is given as a whole, with what is required in it. */
type MappedItem<TItem> =
  IsLink<TItem> extends true
    ? MappedValue<TItem>
    : TItem extends Reference
      ? TItem
      : TItem extends object
        ? { [K in keyof TItem]: MappedValue<TItem[K]> }
        : TItem

/**
 * What `map` may return for a collection, from the type that Payload generates for it: some of its
 * fields, with a `Reference` where a relationship is, and `null` where the field may be empty.
 */
export type MappedDocument<TCollection> = {
  [K in keyof TCollection as Exclude<K, ManagedKey>]?: MappedValue<TCollection[K]>
}

/** What a group allows, or `never` for what is no group. */
type GroupOf<TValue> =
  Exclude<TValue, null | readonly unknown[] | Reference | undefined> extends infer TGroup
    ? TGroup extends object
      ? string extends keyof TGroup
        ? never
        : TGroup
      : never
    : never

/**
 * The same document with `never` for each key that is not allowed, also inside groups. TypeScript
 * lets a function return more keys than its type says, and a mistyped one would change nothing.
 */
export type WithoutStrangers<TDocument, TAllowed> = TDocument extends unknown
  ? {
      [K in keyof TDocument]: K extends keyof TAllowed
        ? [GroupOf<TAllowed[K]>] extends [never]
          ? TDocument[K]
          : WithoutStrangersInGroup<TDocument[K], GroupOf<TAllowed[K]>>
        : never
    }
  : never

type WithoutStrangersInGroup<TValue, TAllowed> = TValue extends object
  ? TValue extends Reference
    ? TValue
    : WithoutStrangers<TValue, TAllowed>
  : TValue
