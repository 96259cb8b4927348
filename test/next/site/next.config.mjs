import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const nextConfig = {
  turbopack: {
    // The site imports the plugin's source.
    root: fileURLToPath(new URL('../../..', import.meta.url)),
  },
}

export default nextConfig
