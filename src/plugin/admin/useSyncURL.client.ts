'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

/** The address of one of the plugin's endpoints in this project. */
export const useSyncURL = (path: `/${string}`): string => {
  const {
    config: {
      routes: { api: apiRoute },
      serverURL,
    },
  } = useConfig()

  return formatAdminURL({ apiRoute, path, serverURL })
}
