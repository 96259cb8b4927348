'use client'

import type { ReactElement } from 'react'

import { Button, CopyIcon, toast, useTranslation } from '@payloadcms/ui'

type CopyButtonProps = {
  /** What is copied, for those who cannot see where the button stands. */
  name: string
  value: string
}

/** Payload's own copy button has no name that a screen reader could read. */
export const CopyButton = ({ name, value }: CopyButtonProps): ReactElement => {
  const { t } = useTranslation()
  const label = `${t('general:copy')}: ${name}`

  return (
    <Button
      aria-label={label}
      buttonStyle="icon-label"
      icon={<CopyIcon />}
      iconStyle="none"
      margin={false}
      onClick={() =>
        void navigator.clipboard.writeText(value).then(() => toast.success(t('general:copied')))
      }
      size="small"
    />
  )
}
