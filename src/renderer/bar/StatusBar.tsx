import { useId, type ReactNode } from "react";
import type { Route } from "#core/figures/cell.ts";
import type { SavedState } from "#contract/questions.ts";
import { areStale, countsIn } from "../checks/findings.ts";
import { FigureSample } from "../grid/FigureSample.tsx";
import { MIXED } from "../grid/figure-renderer.ts";
import { GoesTo } from "../making/GoesTo.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { Words } from "../words/words.ts";
import { HereIcon, SavedIcon, SavingIcon, WarningIcon } from "./Icons.tsx";
import { SelectionStatus } from "./SelectionStatus.tsx";
import { VerdictMark } from "./VerdictMark.tsx";
import "./status-bar.css";

/** Below the grid: where the latest edit is, how many checks do not hold, what is selected, and what the marks in the cells mean. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <div className="status-states">
        <SavedStatus />
        <OutsideStatus />
        <GoesTo />
      </div>
      <SelectionStatus />
      <RouteLegend />
    </footer>
  );
}

function SavedStatus() {
  const words = useWords();
  const saved = useWindowState((state) => state.saved);
  const path = useWindowState((state) => state.path);
  const isWaiting = useWindowState(({ edited }) => edited.waiting.length > 0);
  const isConnected = useWindowState((state) => state.isConnected);
  // What has become of an edit is read off this: words pass, and the file is soon up to date again.
  const kept = useWindowState(({ journal }) => journal.generation);
  if (!isConnected) {
    return (
      <p className="saved-state" data-at="failed" role="status" aria-label={words.saved.label}>
        <WarningIcon />
        <span>{words.faults["connection-lost"]}</span>
      </p>
    );
  }
  const { icon, text, hint } = tellSaved(isWaiting ? { at: "saving" } : saved, path, words);
  return (
    <p
      className="saved-state"
      data-at={isWaiting ? "saving" : saved.at}
      data-kept={kept}
      role="status"
      aria-label={words.saved.label}
      title={hint}
    >
      {icon}
      <span>{text}</span>
      {saved.at === "failed" && !isWaiting && <span className="saved-reason">{hint}</span>}
    </p>
  );
}

function tellSaved(
  saved: SavedState,
  path: string,
  { saved: words }: Words,
): { icon: ReactNode; text: string; hint: string } {
  switch (saved.at) {
    case "saving":
      return { icon: <SavingIcon />, text: words.saving, hint: "" };
    case "here":
      return { icon: <HereIcon />, text: words.here, hint: words.hereHint };
    case "file":
      return { icon: <SavedIcon />, text: words.file, hint: path };
    case "failed":
      return { icon: <WarningIcon />, text: words.failed, hint: words.faults[saved.what](saved.path) };
  }
}

/** How many findings are outside, always on screen; a way to them. */
function OutsideStatus() {
  const { actions } = useBookWindow();
  const { checks: words } = useWords();
  const { outside } = useWindowState(countsIn);
  const isStale = useWindowState(areStale);
  const isFirstRun = useWindowState(({ findings }) => findings === null);
  const text = isFirstRun ? words.running : words.outsideCount(outside);
  return (
    <button
      type="button"
      className="outside-status"
      data-outside={outside > 0}
      aria-busy={isStale}
      title={isStale ? words.runningAgain : words.outsideHint}
      onClick={() => actions.showChecks(isFirstRun || outside > 0 ? "outside" : "all")}
    >
      {isStale ? <SavingIcon /> : <VerdictMark verdict={outside > 0 ? "outside" : "exact"} />}
      <span role="status">{text}</span>
    </button>
  );
}

const ROUTES: readonly Route[] = ["reported", "derived", "computed", "implied", "summed"];

/** The routes at a glance, and every other mark of a cell a click away. */
function RouteLegend() {
  const id = useId();
  const { legend, notes } = useWords();
  return (
    <div className="legend-strip">
      <ul className="route-legend" aria-label={legend.label}>
        {ROUTES.map((route) => (
          <li key={route} title={legend.hints[route]}>
            <span aria-hidden="true">
              <FigureSample text={legend.sample} route={route} />
            </span>
            <span>{legend.routes[route]}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="legend-button" popoverTarget={id}>
        {legend.more}
      </button>
      <div id={id} popover="auto" className="legend-marks" role="dialog" aria-label={legend.moreLabel}>
        <h2>{legend.moreLabel}</h2>
        <dl>
          {ROUTES.map((route) => (
            <LegendRow key={route} text={legend.hints[route]}>
              <FigureSample text={legend.sample} route={route} />
            </LegendRow>
          ))}
          <LegendRow text={legend.marks.rests}>
            <FigureSample text={legend.sample} route="computed" rests />
          </LegendRow>
          <LegendRow text={legend.marks.printed}>
            <span className="figure" data-route="computed">
              <span className="figure-printed" data-text={legend.samplePrinted} />
              <span className="figure-digits">{legend.samplePercent}</span>
            </span>
          </LegendRow>
          <LegendRow text={legend.marks.restated}>
            <span className="figure" data-route="reported" data-restated="true">
              <span className="figure-digits">{legend.sample}</span>
            </span>
          </LegendRow>
          <LegendRow text={legend.marks.mixed}>
            <span className="figure" data-route="derived">
              <span className="figure-mark">{MIXED}</span>
              <span className="figure-digits">{legend.sample}</span>
            </span>
          </LegendRow>
          <LegendRow text={legend.marks.outside}>
            <span className="figure" data-route="reported" data-outside="true">
              <span className="figure-digits">{legend.sample}</span>
            </span>
          </LegendRow>
          <LegendRow text={notes.markOfCell}>
            <span className="figure" data-route="reported" data-note="true">
              <span className="figure-printed" />
              <span className="figure-digits">{legend.sample}</span>
            </span>
          </LegendRow>
          <LegendRow text={notes.markOfRow}>
            <span className="line-label" data-note="true">
              <span className="line-label-text">{notes.mark}</span>
            </span>
          </LegendRow>
          <LegendRow text={legend.marks.unsaved}>
            <span className="figure" data-route="reported" data-mark="unsaved">
              <span className="figure-digits">{legend.sample}</span>
            </span>
          </LegendRow>
          <LegendRow text={legend.marks.refused}>
            <span className="figure" data-route="reported" data-mark="refused">
              <span className="figure-digits">{legend.sample}</span>
            </span>
          </LegendRow>
        </dl>
      </div>
    </div>
  );
}

function LegendRow({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt aria-hidden="true">{children}</dt>
      <dd>{text}</dd>
    </div>
  );
}
