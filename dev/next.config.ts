import type { NextConfig } from 'next'

import { withPayload } from '@payloadcms/next/withPayload'
import { fileURLToPath } from 'node:url'

const nextConfig: NextConfig = {
  // The browser tests run beside the app that a developer runs; each needs a folder of its own.
  distDir: process.env.DEV_DIST_DIR ?? '.next/app',
  // ESLint and tsc check the whole repository at once; see the scripts in package.json.
  turbopack: {
    // The app imports the plugin's source, which lies outside of dev/.
    root: fileURLToPath(new URL('..', import.meta.url)),
  },
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
