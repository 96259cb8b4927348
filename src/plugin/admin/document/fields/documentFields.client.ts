'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

import type { DocumentFields } from './FieldUnit.js'

/**
 * What the sidebar has learned from the server, for the fields of the same document: Payload draws
 * each of them apart from the others. Drawers show several documents at once.
 */
const known = new Map<string, DocumentFields>()
const listeners = new Set<() => void>()

const tell = (): void => listeners.forEach((listener) => listener())

const toKey = ({ collection, documentId }: Pick<DocumentFields, 'collection' | 'documentId'>) =>
  `${collection}/${documentId}`

/** Shows fields what is known of them. Returns what takes it back. */
export const publishFields = (fields: DocumentFields): (() => void) => {
  known.set(toKey(fields), fields)
  tell()
  return () => {
    if (known.get(toKey(fields)) === fields) {
      known.delete(toKey(fields))
      tell()
    }
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What is known of the fields of the document around; nothing while the page is drawn. */
export const useDocumentFields = (): DocumentFields | undefined => {
  const { id, collectionSlug } = useDocumentInfo()
  const key =
    id !== undefined && collectionSlug !== undefined
      ? toKey({ collection: collectionSlug, documentId: String(id) })
      : undefined
  return useSyncExternalStore(
    subscribe,
    () => (key === undefined ? undefined : known.get(key)),
    () => undefined,
  )
}
