import { memo, useEffect, useRef, type KeyboardEvent } from "react";
import type { Check, Verdict } from "#core/checks/check.ts";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { sharedUnit } from "../grid/label-header.ts";
import { rowsIn, scopesOf, wordsOf, type CheckFilter, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import type { ShownCheck } from "./check-text.ts";
import {
  areStale,
  checkKey,
  checksIn,
  countsIn,
  listedIn,
  selectedCheckIn,
  shownIn,
  subjectOf,
  VERDICTS,
} from "./findings.ts";
import { rowAfter } from "./row-after.ts";
import "./checks.css";

const COLUMNS = ["verdict", "claim", "period", "printed", "recomputed", "range", "why", "kind", "source"] as const;

/** Every check of the company in one table; what does not hold comes first. */
export function ChecksView() {
  const { checks: words } = useWords();
  const isStale = useWindowState(areStale);
  const isFirstRun = useWindowState(({ findings }) => findings === null);
  return (
    <section className="checks-view" aria-label={words.label} aria-busy={isStale}>
      <Filters />
      {isFirstRun ? <p className="checks-empty">{words.running}</p> : <CheckTable />}
    </section>
  );
}

/** The unit of the amounts, which the rows do not repeat; empty where they have several. */
function amountsUnit(state: WindowState): string {
  const unit = sharedUnit(rowsIn(state), state.settings.amounts);
  return unit === null ? "" : unitLabel(unit, wordsOf(state));
}

function Filters() {
  const { actions } = useBookWindow();
  const { checks: words, display } = useWords();
  const unit = useWindowState(amountsUnit);
  const counts = useWindowState(countsIn);
  const total = useWindowState((state) => checksIn(state).length);
  const { checkFilter, checkSearch } = useWindowState((state) => state);
  const choices: readonly CheckFilter[] = ["all", ...VERDICTS];
  return (
    <header className="checks-filters">
      <fieldset className="segmented" aria-label={words.filter}>
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="check-filter"
              checked={choice === checkFilter}
              onChange={() => actions.filterChecks(choice)}
            />
            <span>
              {choice === "all" ? words.all : words.verdicts[choice]}{" "}
              <span className="filter-count">{choice === "all" ? total : counts[choice]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <input
        type="text"
        className="checks-search"
        role="searchbox"
        placeholder={words.searchShort}
        aria-label={words.search}
        value={checkSearch}
        onChange={({ target }) => actions.searchChecks(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") actions.searchChecks("");
          else if (event.key === "ArrowDown")
            event.currentTarget.closest("section")?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
        }}
      />
      {unit !== "" && <span className="checks-unit">{display.amountsAre(unit)}</span>}
    </header>
  );
}

function CheckTable() {
  const table = useRef<HTMLTableElement>(null);
  const { actions } = useBookWindow();
  const words = useWords();
  const state = useWindowState((now) => now);
  const checks = listedIn(state);
  const rows = shownIn(state);
  const { selectedCheck, checkDestination, view } = state;
  const selected = checks.findIndex((check) => checkKey(check) === selectedCheck);
  const hasScopes = scopesOf(state).length > 1 && new Set(checks.map(({ scope }) => scope)).size > 1;

  useEffect(() => {
    if (checkDestination === null || view !== "checks") return;
    const row = table.current?.querySelector<HTMLElement>('tr[tabindex="0"]');
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }, [checkDestination, view]);

  const isGone = selectedCheck !== null && selectedCheckIn(state) === null;
  useEffect(() => {
    // The finding was mended, and took the button that had the focus with it: the next one is at hand.
    if (isGone && document.activeElement === document.body)
      table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  }, [isGone]);

  const select = (check: Check, row: HTMLElement | undefined): void => {
    actions.selectCheck(checkKey(check));
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  };

  const onKey = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = rowAfter(event.key, selected, checks.length);
    const at = checks[target ?? Math.max(selected, 0)];
    if (at === undefined) return;
    if (target !== null) {
      event.preventDefault();
      select(at, event.currentTarget.rows[target]);
      return;
    }
    const subject = event.key === "Enter" ? subjectOf(state, at) : null;
    if (subject !== null) actions.follow(subject, at.scope);
  };

  if (checks.length === 0)
    return <p className="checks-empty">{checksIn(state).length === 0 ? words.checks.none : words.checks.noneListed}</p>;
  return (
    <div className="checks-scroll">
      <table
        ref={table}
        className="checks-table"
        data-periods={state.settings.periods}
        role="grid"
        aria-label={words.checks.label}
        aria-rowcount={checks.length}
      >
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {words.checks.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKey}>
          {checks.map((check, index) => (
            <CheckRow
              key={checkKey(check)}
              id={checkKey(check)}
              verdict={check.verdict}
              shown={rows.get(check)}
              scope={hasScopes ? words.bar.scopes[check.scope] : ""}
              isSelected={index === selected}
              isTabStop={index === Math.max(selected, 0)}
              onSelect={actions.selectCheck}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CheckRowProps {
  readonly id: string;
  readonly verdict: Verdict;
  readonly shown: ShownCheck | undefined;
  /** Empty where all are of one scope. */
  readonly scope: string;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: (check: string) => void;
}

const CheckRow = memo(function CheckRow({ id, verdict, shown, scope, isSelected, isTabStop, onSelect }: CheckRowProps) {
  if (shown === undefined) return null;
  return (
    <tr
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onSelect(id)}
      onFocus={() => onSelect(id)}
    >
      <td data-column="verdict">
        <span className="verdict" data-verdict={verdict}>
          <VerdictMark verdict={verdict} />
          <span>{shown.verdict}</span>
        </span>
      </td>
      <td data-column="claim" title={shown.claim}>
        {shown.claim}
        {scope !== "" && <span className="check-scope">{scope}</span>}
      </td>
      <td data-column="period" title={shown.months}>
        {shown.period}
      </td>
      <td data-column="printed" title={shown.printed}>
        {shown.printedShort}
      </td>
      <td data-column="recomputed">{shown.recomputed}</td>
      <td data-column="range">{shown.range}</td>
      <td data-column="why" title={shown.why}>
        {shown.why}
      </td>
      <td data-column="kind">{shown.kind}</td>
      <td data-column="source" title={`${shown.source}\n${shown.page}`}>
        {shown.source}
        {shown.page !== "" && <span className="check-page">{shown.page}</span>}
      </td>
    </tr>
  );
});
