import type { DefaultTemplate as Payload3Template } from '@payloadcms/next/templates'

import * as ui from '@payloadcms/ui/rsc'

type DefaultTemplate = typeof Payload3Template

/** The frame of the admin panel with its navigation, which Payload 4 keeps in another package. */
export const getDefaultTemplate = async (): Promise<DefaultTemplate> => {
  // Not `ui.DefaultTemplate`: with Payload 3 a bundler would miss the export.
  const found: DefaultTemplate | undefined = Reflect.get(ui, 'DefaultTemplate')
  if (found) {
    return found
  }
  try {
    const templates = await import('@payloadcms/next/templates')
    return templates.DefaultTemplate
  } catch (cause) {
    // With Payload 4 a bundler only warns of a module that is missing where somebody catches that.
    throw new Error('The installed version of Payload has no DefaultTemplate.', { cause })
  }
}
