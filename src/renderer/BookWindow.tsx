import { useEffect, useLayoutEffect } from "react";
import { Notices, ConnectionBanner } from "./bar/Notices.tsx";
import { StatusBar } from "./bar/StatusBar.tsx";
import { TopBar } from "./bar/TopBar.tsx";
import { checkLater } from "./checks/check-later.ts";
import { ShownBanner } from "./making/ShownBanner.tsx";
import { FormulaBar } from "./formula-bar/FormulaBar.tsx";
import { ResultsGrid } from "./grid/ResultsGrid.tsx";
import { keepKeyboard } from "./commands/keep-keyboard.ts";
import { listenToKeys } from "./commands/listen-to-keys.ts";
import { Dialogs } from "./Dialogs.tsx";
import { useBookWindow, useWindowState, useWords } from "./state/book-window.ts";
import { fitPanes } from "./state/fit-panes.ts";
import { companyName } from "./state/window-state.ts";
import { VIEW_PARTS } from "./ViewParts.tsx";
import { Sidebar } from "./sidebar/Sidebar.tsx";
import { applyTheme } from "./theme/apply-theme.ts";

/** The window of one book: the bar, the grid, and beside it the explanation above the chart. */
export function BookWindow() {
  const { store, actions } = useBookWindow();
  const { app } = useWords();
  const name = useWindowState(companyName);
  const isPaneShown = useWindowState((state) => state.isPaneShown);
  const view = useWindowState((state) => state.view);
  const { Middle, Side } = VIEW_PARTS[view];
  const { theme, language } = useWindowState(({ settings }) => settings);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => listenToKeys(store, actions), [store, actions]);
  useEffect(() => keepKeyboard(store, actions), [store, actions]);
  useEffect(() => checkLater(store), [store]);
  useLayoutEffect(() => fitPanes(store), [store]);
  useEffect(() => {
    window.addEventListener("pagehide", actions.keepSheet);
    return () => window.removeEventListener("pagehide", actions.keepSheet);
  }, [actions]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${name} – ${app.name}`;
  }, [language, name, app]);
  return (
    <div className="book-window">
      <TopBar />
      <div className="window-banners">
        <ConnectionBanner />
        <ShownBanner />
      </div>
      <FormulaBar />
      <main className="book-panes">
        <Sidebar />
        <div className="view">
          <ResultsGrid />
          {Middle !== null && <Middle />}
        </div>
        {Side !== null && (
          <aside className="side-pane" hidden={!isPaneShown}>
            <Side />
          </aside>
        )}
      </main>
      <StatusBar />
      <Notices />
      <Dialogs />
    </div>
  );
}
