'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import './index.css'

export type PictureProps = {
  /** Of what it is a picture. Its first letters stand in where there is none. */
  name: string
  /** @default 'plain' */
  shape?: PictureShape
  /** Edge in pixels. @default 24 */
  size?: number
  /** Anything but an address on the web, or a picture as a `data:` address, counts as none. */
  url: unknown
}

/** `round` is cut to a circle, as faces are; `wide` has a border, as flags have. */
export type PictureShape = 'plain' | 'round' | 'wide'

/** In an `img`, a drawing runs no script. */
const ADDRESS = /^(?:https?:\/\/|data:image\/)/

/** The first letters of the first and the last word: `VfB Stuttgart` → `VS`. */
export const toInitials = (name: string): string => {
  const words = name.split(/[\s\-–.]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase()
}

/**
 * A picture from somewhere on the web, loaded when it comes into view. It takes the same room before
 * it is there, and where its host does not answer.
 */
export const Picture = ({ name, shape = 'plain', size = 24, url }: PictureProps): ReactElement => {
  const [failed, setFailed] = useState<unknown>()
  const isShown = typeof url === 'string' && ADDRESS.test(url) && failed !== url

  return (
    <span
      aria-hidden
      className={`sync-picture sync-picture--${shape}`}
      style={{ fontSize: `${Math.round(size * 0.4)}px`, height: size, width: size }}
    >
      {isShown ? (
        <img
          alt=""
          decoding="async"
          height={size}
          loading="lazy"
          onError={() => setFailed(url)}
          // It may have failed before this code was there to hear of it.
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0 && image.currentSrc) {
              setFailed(url)
            }
          }}
          referrerPolicy="no-referrer"
          src={url}
          width={size}
        />
      ) : (
        toInitials(name)
      )}
    </span>
  )
}
