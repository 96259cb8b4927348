type DayPickerProps = { day: string; league: string | undefined }

const DAY_MS = 24 * 60 * 60 * 1000

/** The day that is shown, with the one before it and the one after it. */
export const DayPicker = ({ day, league }: DayPickerProps) => {
  const linkTo = (days: number): string => {
    const other = new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
    return `/?${new URLSearchParams({ day: other, ...(league && { league }) }).toString()}`
  }
  const words = new Date(day).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    weekday: 'short',
    year: 'numeric',
  })
  return (
    <nav aria-label="Day" className="day-picker">
      <a aria-label="The day before" href={linkTo(-1)}>
        ‹
      </a>
      <time dateTime={day}>{words}</time>
      <a aria-label="The day after" href={linkTo(1)}>
        ›
      </a>
    </nav>
  )
}
