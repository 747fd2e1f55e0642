import { useState } from "react";
import { ownRows, planRemoveCompany } from "#core/company-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyNameOf } from "../state/window-state.ts";
import { useSaving } from "./use-dialog.ts";

const COUNTED = ["facts", "statements", "sources", "notes", "events", "affiliates", "charts", "locks"] as const;

/** Says what goes with a company before it goes. */
export function RemoveCompanyDialog({ company: id }: { readonly company: string }) {
  const { store } = useBookWindow();
  const { making } = useWords();
  const { company: words } = making;
  const state = useWindowState((now) => now);
  const [isAgreed, setIsAgreed] = useState(false);
  const { save } = useSaving();
  const book = state.edited.shown;
  const company = book.companies.find((each) => each.id === id);
  if (company === undefined) return null;
  const name = companyNameOf(company, state.settings.language);
  const counts = ownRows(book, id);
  const isLast = book.companies.length === 1;
  const goes = COUNTED.filter((of) => counts[of] > 0);
  const needsAgreement = counts.facts > 0;
  return (
    <FormDialog
      title={words.removeTitle(name)}
      className="remove-company"
      submit={words.removeIt}
      canSubmit={!isLast && (isAgreed || !needsAgreement)}
      isDanger
      onSubmit={() => save(true, () => planRemoveCompany(store.getState().edited.shown, id))}
    >
      {isLast && <p>{words.last}</p>}
      {!isLast && goes.length > 0 && (
        <>
          <p>{words.goes}</p>
          <ul className="removal-list">
            {goes.map((of) => (
              <li key={of}>{words.counts[of](counts[of])}</li>
            ))}
          </ul>
        </>
      )}
      {!isLast && (
        <>
          <p>{words.linesStay}</p>
          {needsAgreement && (
            <label className="check-field">
              <input type="checkbox" checked={isAgreed} onChange={({ target }) => setIsAgreed(target.checked)} />
              {words.agree(name)}
            </label>
          )}
          <p className="removal-undo">{making.undo}</p>
        </>
      )}
    </FormDialog>
  );
}
