import type { ReactNode } from "react";
import type { Route } from "#core/figures/cell.ts";
import type { SavedState } from "#contract/questions.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import type { Words } from "../words/words.ts";
import { HereIcon, SavedIcon, SavingIcon, WarningIcon } from "./Icons.tsx";

/** Below the grid: where the latest edit is, and what the marks in the cells mean. */
export function StatusBar() {
  return (
    <footer className="status-bar">
      <SavedStatus />
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

/** Only the routes that figures here can take. */
const ROUTES: readonly Route[] = ["reported", "derived", "computed"];

function RouteLegend() {
  const { legend } = useWords();
  return (
    <ul className="route-legend" aria-label={legend.label}>
      {ROUTES.map((route) => (
        <li key={route} title={legend.hints[route]}>
          <span className="figure" data-route={route} aria-hidden="true">
            <span className="figure-digits">{legend.sample}</span>
          </span>
          <span>{legend.routes[route]}</span>
        </li>
      ))}
    </ul>
  );
}
