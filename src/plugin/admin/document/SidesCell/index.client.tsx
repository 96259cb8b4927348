'use client'

import type { ReactElement } from 'react'

import { useConfig, useListRelationships } from '@payloadcms/ui'
import { useEffect } from 'react'

import { Picture } from '../../../../react/Picture/index.client.js'
import '../../parts/page.css'
import './index.css'

type SideFacts = {
  /** `null` where nobody knows who it is. */
  id: null | number | string
  /** The field of the other document with its picture. */
  picture: string
  placeholder: string
  /** Slug of the collection it is in. */
  relationTo: string
  /** `null` where nothing counts yet. */
  value: null | number
}

type SidesCellClientProps = {
  isLive: boolean
  minute: null | number
  sides: readonly [SideFacts, SideFacts]
  /** How it stands, in words. */
  word: string
}

/** Payload loads what the rows of a list point to together. */
export const SidesCellClient = ({
  isLive,
  minute,
  sides,
  word,
}: SidesCellClientProps): ReactElement => {
  const { documents, getRelationships } = useListRelationships()
  const { getEntityConfig } = useConfig()
  const wanted = sides.flatMap(({ id, relationTo }) =>
    id === null || relationTo === '' ? [] : [{ relationTo, value: id }],
  )
  const key = JSON.stringify(wanted)

  useEffect(() => {
    getRelationships(JSON.parse(key) as { relationTo: string; value: number | string }[])
  }, [getRelationships, key])

  const [first, second] = sides.map(({ id, picture, placeholder, relationTo, value }) => {
    const found: unknown = id === null ? undefined : documents[relationTo]?.[id]
    const document = typeof found === 'object' && found !== null ? found : {}
    const title = getEntityConfig({ collectionSlug: relationTo })?.admin?.useAsTitle ?? 'id'
    return {
      name: String(Reflect.get(document, title) ?? placeholder),
      url: Reflect.get(document, picture) as unknown,
      value,
    }
  }) as [Shown, Shown]
  const isCounted = first.value !== null && second.value !== null

  return (
    <span className="sync-sides">
      <Picture name={first.name} url={first.url} />
      <span className="sync-sides__count">
        <span className="sync-view__hidden">{first.name} </span>
        {isCounted ? `${first.value} – ${second.value}` : '–'}
        <span className="sync-view__hidden"> {second.name}</span>
      </span>
      <Picture name={second.name} url={second.url} />
      {word !== '' && (
        <span className={`sync-sides__state${isLive ? ' sync-sides__state--live' : ''}`}>
          {word}
          {isLive && minute !== null ? ` ${minute}′` : ''}
        </span>
      )}
    </span>
  )
}

type Shown = { name: string; url: unknown; value: null | number }
