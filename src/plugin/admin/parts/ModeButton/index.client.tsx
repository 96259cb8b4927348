'use client'

import type { ReactElement } from 'react'

import { Button, ChevronIcon, Popup, PopupList } from '@payloadcms/ui'

import type { SyncMode } from '../../../../sdk/index.js'

import { useHydrated } from '../client/useHydrated.client.js'
import { usePluginTranslation } from '../client/usePluginTranslation.client.js'
import './index.css'

type ModeButtonProps = {
  /** Modes that cannot start now because one like them is queued or running. */
  busyModes: readonly SyncMode[]
  /** What a plain click does. */
  defaultMode: SyncMode
  isDisabled: boolean
  /** What is on the button. */
  label: string
  modes: readonly SyncMode[]
  /** What is synced, for those who cannot see where the button stands. */
  name: string
  onChoose: (mode: SyncMode) => void
}

/** A button that starts a sync, with the other modes behind an arrow. */
export const ModeButton = ({
  name,
  busyModes,
  defaultMode,
  isDisabled,
  label,
  modes,
  onChoose,
}: ModeButtonProps): ReactElement => {
  const { t } = usePluginTranslation()
  // A click before the browser has taken the page over would be lost.
  const isHydrated = useHydrated()
  const isBusy = busyModes.includes(defaultMode)

  return (
    <div
      className={
        modes.length > 1 ? 'sync-mode-button' : 'sync-mode-button sync-mode-button--single'
      }
    >
      <Button
        aria-label={isBusy ? `${label}: ${name} (${t('view:busy')})` : `${label}: ${name}`}
        buttonStyle="secondary"
        disabled={isDisabled || isBusy || !isHydrated}
        margin={false}
        onClick={() => onChoose(defaultMode)}
        size="small"
      >
        {label}
      </Button>
      {modes.length > 1 && (
        <Popup
          button={
            <>
              <ChevronIcon />
              <span className="sync-mode-button__name">{t('view:chooseMode', { name })}</span>
            </>
          }
          buttonClassName="sync-mode-button__toggle"
          disabled={isDisabled || !isHydrated}
          horizontalAlign="right"
          render={({ close }) => (
            <PopupList.ButtonGroup>
              {modes.map((mode) => (
                <PopupList.Button
                  disabled={busyModes.includes(mode)}
                  key={mode}
                  onClick={() => {
                    close()
                    onChoose(mode)
                  }}
                >
                  <span className="sync-mode-button__mode">
                    {t(`options:mode:${mode}`)}
                    <span className="sync-mode-button__hint">
                      {busyModes.includes(mode) ? t('view:busy') : t(`view:modeHints:${mode}`)}
                    </span>
                  </span>
                </PopupList.Button>
              ))}
            </PopupList.ButtonGroup>
          )}
          size="fit-content"
        />
      )}
    </div>
  )
}
