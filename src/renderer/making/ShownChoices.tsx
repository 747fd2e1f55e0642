import { BASES } from "#core/book.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { DayIcon } from "./MakingIcons.tsx";

/** What happened, what the company aims at, or what the user expects. */
export function BasisChoice() {
  const { actions } = useBookWindow();
  const { basis: words } = useWords().making;
  const basis = useWindowState((state) => state.basis);
  return (
    <select
      className="scope-select"
      aria-label={words.label}
      value={basis}
      onChange={({ target }) => {
        const chosen = BASES.find((each) => each === target.value);
        if (chosen !== undefined) actions.showBasis(chosen);
      }}
    >
      {BASES.map((each) => (
        <option key={each} value={each}>
          {words.names[each]}
        </option>
      ))}
    </select>
  );
}

/** Leads to the day as of which the book is shown. */
export function AsOfButton() {
  const { actions } = useBookWindow();
  const { asOf: words } = useWords().making;
  const asOf = useWindowState((state) => state.asOf);
  return (
    <button
      type="button"
      className="icon-button"
      title={words.hint}
      aria-label={words.button}
      aria-pressed={asOf !== null}
      onClick={() => actions.show({ kind: "as-of" })}
    >
      <DayIcon />
    </button>
  );
}
