import { useState } from "react";
import { publishedBy } from "#core/figures/ledger.ts";
import { isDate } from "#core/source-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { dayText } from "./day-text.ts";
import { TextField } from "./Fields.tsx";

/** The day as of which the book is shown: any, or one on which something was published. */
export function AsOfDialog() {
  const { actions } = useBookWindow();
  const { asOf: words } = useWords().making;
  const { asOf, company, edited, settings } = useWindowState((state) => state);
  const [day, setDay] = useState(asOf ?? "");
  const [isTried, setIsTried] = useState(false);
  const published = edited.shown.sources.filter((source) => source.company === company && source.published !== null);
  // A month counts as its end, and is named as its source names it.
  const days = new Map(published.map((source) => [lastDayOf(publishedBy(source)), source.published ?? ""]));
  const isDay = day.length === 10 && isDate(day);
  return (
    <FormDialog
      title={words.title}
      className="as-of-dialog"
      submit={words.show}
      canSubmit
      onSubmit={() => {
        setIsTried(true);
        if (isDay) actions.showAsOf(day);
      }}
      footer={
        asOf !== null && (
          <button type="button" className="text-button" onClick={() => actions.showAsOf(null)}>
            {words.back}
          </button>
        )
      }
    >
      <TextField
        label={words.date}
        hint="2006-11-02"
        text={day}
        isFirst
        problem={isTried && !isDay ? words.noDate : undefined}
        onText={(text) => setDay(text.normalize("NFKC").trim())}
      />
      <h3 className="as-of-heading">{words.published}</h3>
      {days.size === 0 && <p>{words.publishedNothing}</p>}
      <ul className="as-of-days">
        {[...days]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([each, named]) => (
            <li key={each}>
              <button type="button" className="text-button bordered" onClick={() => actions.showAsOf(each)}>
                {dayText(named, settings.language)}
              </button>
            </li>
          ))}
      </ul>
    </FormDialog>
  );
}

/** A month counts as its end, which sorts as its 31st; the calendar's last day of it is what a person reads. */
function lastDayOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${day.slice(0, 8)}${String(Math.min(date, last)).padStart(2, "0")}`;
}
