import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

import { amazonSample } from './amazonSample.js'
import { netflixSample } from './netflixSample.js'

/** An archive as its service would send it. */
export type Sample = { file: string; provider: string }

const SAMPLES = {
  'amazon-prime': { name: 'amazon-sample.zip', make: amazonSample },
  netflix: { name: 'netflix-sample.zip', make: netflixSample },
}

/** Providers whose records come in archives. */
export const SAMPLED = Object.keys(SAMPLES)

type WriteSamplesArgs = { folder: string; now: Date }

/** Makes archives that end in this month, so that what they tell is of now. */
export const writeSamples = async ({ folder, now }: WriteSamplesArgs): Promise<Sample[]> => {
  await mkdir(folder, { recursive: true })
  const samples: Sample[] = []
  for (const [provider, { name, make }] of Object.entries(SAMPLES)) {
    const file = path.join(folder, name)
    await writeFile(file, await pack(make(now)))
    samples.push({ file, provider })
  }
  return samples
}

const pack = async (files: Readonly<Record<string, string>>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(text), name)
  }
  zip.end()
  return await buffer(zip.outputStream)
}
