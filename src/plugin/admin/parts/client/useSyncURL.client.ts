'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

/** The address of something below this project's API route. */
export const useSyncURL = (path: `/${string}`): string => {
  const {
    config: {
      routes: { api: apiRoute },
      serverURL,
    },
  } = useConfig()

  return formatAdminURL({ apiRoute, path, serverURL })
}
