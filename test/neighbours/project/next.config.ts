import type { NextConfig } from 'next'

import { withPayload } from '@payloadcms/next/withPayload'

const nextConfig: NextConfig = {
  // Nobody reads what is built here, and it has to be built soon.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    turbopackInputSourceMaps: false,
    turbopackMinify: false,
    turbopackSourceMaps: false,
  },
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig)
