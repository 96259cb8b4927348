'use client'

import type { FormState, SanitizedDocumentPermissions } from 'payload'

import {
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useLocale,
  useServerFunctions,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useRef } from 'react'

/** The field of the sidebar, which the server draws anew. */
const SIDEBAR_FIELD = 'sync'

type Refresh = (paths: readonly string[]) => Promise<void>

/**
 * Shows in the form what is stored now. A form in which nothing was typed is shown as a whole; in
 * any other the given fields, so that all else that was typed stays, with the moment at which it was
 * read: by that a save knows what its sender has not seen.
 */
export const useFreshFields = (): Refresh => {
  const { id, collectionSlug, docPermissions, getDocPreferences, setData } = useDocumentInfo()
  const { dispatchFields, getFields } = useForm()
  const { getFormState } = useServerFunctions()
  const { code: locale } = useLocale()
  const {
    config: {
      routes: { api: apiRoute },
      serverURL,
    },
  } = useConfig()
  const isModified = useFormModified()
  // Somebody may begin to type while the server is asked.
  const modified = useRef(isModified)
  useEffect(() => {
    modified.current = isModified
  }, [isModified])

  return useCallback(
    async (paths) => {
      if (collectionSlug === undefined || id === undefined) {
        return
      }
      const query = new URLSearchParams({
        depth: '0',
        draft: 'true',
        'fallback-locale': 'null',
        trash: 'true',
        ...(locale && { locale }),
      })
      const url = formatAdminURL({ apiRoute, path: `/${collectionSlug}/${id}`, serverURL })
      const response = await fetch(`${url}?${query.toString()}`, { credentials: 'include' })
      if (!response.ok) {
        return
      }
      const document = (await response.json()) as Record<string, unknown>
      const { state } = await getFormState({
        id,
        collectionSlug,
        data: document,
        docPermissions: docPermissions as SanitizedDocumentPermissions,
        docPreferences: await getDocPreferences(),
        locale,
        operation: 'update',
        renderAllFields: true,
        schemaPath: collectionSlug,
        skipValidation: true,
      })
      if (!state) {
        return
      }
      const isWanted = (path: string): boolean =>
        [...paths, SIDEBAR_FIELD].some((own) => path === own || path.startsWith(`${own}.`))
      dispatchFields({
        type: 'REPLACE_STATE',
        state: modified.current
          ? {
              ...pick(getFields(), (path) => !isWanted(path)),
              ...pick(state, isWanted),
            }
          : state,
      })
      setData?.(document)
    },
    [
      apiRoute,
      collectionSlug,
      dispatchFields,
      docPermissions,
      getDocPreferences,
      getFields,
      getFormState,
      id,
      locale,
      serverURL,
      setData,
    ],
  )
}

const pick = (state: FormState, isMeant: (path: string) => boolean): FormState =>
  Object.fromEntries(Object.entries(state).filter(([path]) => isMeant(path)))
