'use client'

import type { ReactElement } from 'react'

import { useId } from 'react'

type ChoiceProps<TValue extends string> = {
  label: string
  onChoose: (value: TValue) => void
  options: readonly { label: string; value: TValue }[]
  value: TValue | undefined
}

/** A few alternatives side by side, of which one is chosen; none where `value` is none of them. */
export const Choice = <TValue extends string>({
  label,
  onChoose,
  options,
  value,
}: ChoiceProps<TValue>): ReactElement => {
  const name = useId()

  return (
    <fieldset className="sync-choice">
      <legend className="sync-view__hidden">{label}</legend>
      {options.map((option) => (
        <label className="sync-choice__option" key={option.value}>
          <input
            aria-label={option.label}
            checked={option.value === value}
            className="sync-view__hidden"
            name={name}
            onChange={() => onChoose(option.value)}
            type="radio"
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
