'use client'

import type { ReactElement } from 'react'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useId, useMemo, useState } from 'react'

import type { NamedChoices } from '../../../../sync/operations/discover/getChoices.js'

import { searchChoices } from '../../../../sdk/discover/searchChoices.js'
import { Age } from '../../parts/Age/index.client.js'
import { useHydrated } from '../../parts/client/useHydrated.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { ChoiceCosts } from '../ChoiceCosts/index.client.js'
import { ChoiceList } from '../ChoiceList/index.client.js'

type Value = NamedChoices['choices'][number]['value']

type ChoiceFormProps = {
  canManage: boolean
  choices: NamedChoices
  now: number
  /** Answers why it was not saved, or `null`. */
  onSave: (values: readonly Value[]) => Promise<null | string>
}

/** Finds, chooses and saves, with what it will cost. */
export const ChoiceForm = ({ canManage, choices, now, onSave }: ChoiceFormProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const searchId = useId()
  // A click before the browser has taken the page over would be lost.
  const isHydrated = useHydrated()
  const { choices: all, chosen, config, cost, values } = choices
  // What was chosen and is not listed any more is among them.
  const total = all.length
  const saved = useMemo(() => new Set(values), [values])
  const [picked, setPicked] = useState<ReadonlySet<Value>>(saved)
  const [search, setSearch] = useState('')
  const [isSaving, setIsSaving] = useState(false)
  const found = useMemo(() => searchChoices({ choices: all, search }), [all, search])
  const mayChoose = canManage && config === null
  const isChanged = picked.size !== saved.size || [...picked].some((value) => !saved.has(value))
  const count = (of: number): string => formatCount({ count: of, language })

  const toggle = (value: Value): void =>
    setPicked((last) => {
      const next = new Set(last)
      return next.delete(value) ? next : next.add(value)
    })

  const save = (): void => {
    setIsSaving(true)
    void onSave([...picked])
      .then((problem) => {
        if (problem === null) {
          toast.success(t('choose:saved'))
        } else {
          toast.error(problem || t('view:actionFailed'))
        }
      })
      .catch(() => toast.error(t('view:actionFailed')))
      .finally(() => setIsSaving(false))
  }

  return (
    <>
      {config !== null && (
        <Banner className="sync-choose__banner" type="info">
          <p>{t('choose:config')}</p>
          <code className="sync-choose__config">{config}</code>
        </Banner>
      )}
      {config === null && !canManage && (
        <Banner className="sync-choose__banner" type="info">
          {t('choose:readOnly')}
        </Banner>
      )}
      <div className="sync-choose__bar">
        <div className="sync-choose__search">
          <label htmlFor={searchId}>{t('choose:search')}</label>
          <input
            aria-label={t('choose:search')}
            autoComplete="off"
            id={searchId}
            onChange={({ target }) => setSearch(target.value)}
            type="search"
            value={search}
          />
        </div>
        <div aria-live="polite" className="sync-choose__summary">
          <strong>
            {picked.size > 0
              ? t('choose:chosen', { count: count(picked.size), total: count(total) })
              : t('choose:everything', { total: count(total) })}
          </strong>
          <ChoiceCosts cost={cost} count={picked.size > 0 ? picked.size : total} />
          {chosen?.chosenBy && chosen.chosenAt && !isChanged && (
            <span className="sync-view__muted">
              {t('choose:by', { name: chosen.chosenBy })} <Age date={chosen.chosenAt} now={now} />
            </span>
          )}
        </div>
        {mayChoose && (
          <div className="sync-view__actions">
            <Button
              buttonStyle="secondary"
              disabled={picked.size === 0 || isSaving || !isHydrated}
              margin={false}
              onClick={() => setPicked(new Set())}
              size="medium"
            >
              {t('choose:clear')}
            </Button>
            <Button
              disabled={!isChanged || isSaving || !isHydrated}
              margin={false}
              onClick={save}
              size="medium"
            >
              {t('choose:save')}
            </Button>
          </div>
        )}
      </div>
      {found.length > 0 ? (
        <ChoiceList
          choices={found}
          isDisabled={!mayChoose || isSaving || !isHydrated}
          // What was shown of one search says nothing of the next.
          key={search}
          onToggle={toggle}
          picked={picked}
        />
      ) : (
        <p className="sync-view__empty sync-view__muted">{t('choose:notFound', { search })}</p>
      )}
    </>
  )
}
