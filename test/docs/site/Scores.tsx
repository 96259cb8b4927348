'use client'

import type { Match } from 'payload-plugin-sync/content/soccer'

import { useLiveDocuments } from 'payload-plugin-sync/react'

export const Scores = ({ initial }: { initial: Match[] }) => {
  const { documents } = useLiveDocuments({ collection: 'matches', initial })
  return documents.map(({ id, awayScore, homeScore, title }) => (
    <p key={id}>
      {title} {homeScore ?? '-'}:{awayScore ?? '-'}
    </p>
  ))
}
