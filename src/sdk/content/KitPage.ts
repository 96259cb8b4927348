import type { Where } from 'payload'
import type { ReactNode } from 'react'

import type { Texts } from './Texts.js'

/** What is added up of documents, exactly. */
export type SumArgs<TKey extends string> = {
  /** Fields by whose values sums are kept apart. */
  by: readonly string[]
  collection: TKey
  /** A field that holds a decimal as text. */
  field: string
  /** Keeps months or years apart as well, of a date, in UTC. @default all time is one */
  period?: { field: string; unit: 'month' | 'year' }
  /** Values that fields must have, one of each list. @default all documents */
  where?: Readonly<Record<string, readonly string[]>>
}

/** One sum. */
export type Sum = {
  /** By field. */
  by: Readonly<Record<string, null | string>>
  count: number
  /** `2026-05` or `2026`; `null` where no period was asked for, or a document has no date. */
  period: null | string
  /** A decimal, added up by the database without rounding. */
  sum: string
}

type FindArgs<TKey extends string> = {
  collection: TKey
  /** @default 1000 */
  limit?: number
  sort?: string
  where?: Where
}

/** What a page of a kit may ask: nothing but what belongs to the person who looks at it. */
export type PagePowers<TKey extends string = string> = {
  /** Relations as ids. */
  find: (args: FindArgs<TKey>) => Promise<Record<string, unknown>[]>
  now: Date
  sum: (args: SumArgs<TKey>) => Promise<Sum[]>
}

/** What the component of a page is handed. */
export type KitPageProps<TData, TTexts, TKey extends string> = {
  data: TData
  /** What the person reads: `de`. */
  language: string
  /** The list of each collection of the kit. */
  lists: Readonly<Record<TKey, string>>
  /** All texts of the kit in that language. */
  texts: TTexts
}

/** A page of a kit in the admin panel, with a link to it in the navigation. */
export type KitPage<TKey extends string = string> = {
  /**
   * A component of the server, as Payload's import map finds it:
   * `my-kit/rsc#BooksPage`. It is handed `KitPageProps`.
   */
  component: string
  /** Names it in the navigation and above the page, by the path of a text. */
  label: string
  /** Below the admin route: `/books`. */
  path: `/${string}`
  /** What it shows. */
  read: (powers: PagePowers<TKey>) => Promise<unknown>
}

/** What draws a page. */
export type KitPageComponent<TData, TTexts = Texts, TKey extends string = string> = (
  props: KitPageProps<TData, TTexts, TKey>,
) => ReactNode
