import { SCOPES } from "#core/book.ts";
import { LAYOUTS } from "#core/layout.ts";
import { AsOfButton, BasisChoice } from "../making/ShownChoices.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, companyName, labelOf, periodOf } from "../state/window-state.ts";
import { deedText } from "../words/words.ts";
import { ColumnsMenu, OverlayBadge } from "./ColumnsMenu.tsx";
import { DisplayMenu } from "./DisplayMenu.tsx";
import { ExportIcon, PaneIcon, RedoIcon, SidebarIcon, UndoIcon } from "./Icons.tsx";
import "./bar.css";

export function TopBar() {
  const { actions } = useBookWindow();
  const { bar } = useWords();
  const name = useWindowState(companyName);
  const { title, path, readOnly, view, isPaneShown, isSidebarShown, isExporting, isConnected, settings } =
    useWindowState((state) => state);
  const paneHint = isPaneShown ? bar.hidePane : bar.showPane;
  const sidebarHint = isSidebarShown ? bar.hideSidebar : bar.showSidebar;
  return (
    <header className="top-bar" aria-label={bar.label}>
      <button
        type="button"
        className="icon-button sidebar-button"
        title={sidebarHint}
        aria-label={sidebarHint}
        aria-pressed={isSidebarShown}
        onClick={actions.toggleSidebar}
      >
        <SidebarIcon />
      </button>
      <div className="top-bar-book" title={path}>
        <h1>{name}</h1>
        <span className="top-bar-title">{title}</span>
        {readOnly !== null && (
          <span className="badge" title={bar.readOnlyHint}>
            {bar.readOnly}
          </span>
        )}
      </div>
      {view === "results" && (
        <>
          <ScopeChoice />
          <BasisChoice />
          <LayoutChoice />
          <ColumnsMenu />
          <OverlayBadge />
        </>
      )}
      <AsOfButton />
      <span className="top-bar-space" />
      <History />
      <button
        type="button"
        className="text-button"
        title={bar.exportHint}
        disabled={isExporting || !isConnected}
        onClick={actions.exportWorkbook}
      >
        <ExportIcon />
        <span className="export-word">{isExporting ? bar.exporting : bar.export}</span>
      </button>
      <button
        type="button"
        className="text-button language-button"
        lang={settings.language === "ja" ? "en" : "ja"}
        title={bar.otherLanguageHint}
        onClick={() => actions.change({ language: settings.language === "ja" ? "en" : "ja" })}
      >
        {bar.otherLanguage}
      </button>
      <DisplayMenu />
      <button
        type="button"
        className="icon-button"
        title={paneHint}
        aria-label={paneHint}
        aria-pressed={isPaneShown}
        onClick={actions.togglePane}
      >
        <PaneIcon />
      </button>
    </header>
  );
}

/** Both scopes, also where one has no figures yet: they have to be entered somewhere. */
export function ScopeChoice() {
  const { actions } = useBookWindow();
  const { bar } = useWords();
  const shown = useWindowState(({ scope }) => scope);
  return (
    <select
      className="scope-select"
      aria-label={bar.scope}
      value={shown}
      onChange={({ target }) => {
        const scope = SCOPES.find((each) => each === target.value);
        if (scope !== undefined) actions.showScope(scope);
      }}
    >
      {SCOPES.map((scope) => (
        <option key={scope} value={scope}>
          {bar.scopes[scope]}
        </option>
      ))}
    </select>
  );
}

/** Which spans stand side by side. */
function LayoutChoice() {
  const { actions } = useBookWindow();
  const { bar, columns } = useWords();
  const layout = useWindowState(({ sheet }) => sheet.layout);
  return (
    <select
      className="layout-select"
      aria-label={bar.periods}
      title={columns.layoutHint}
      value={layout}
      onChange={({ target }) => {
        const chosen = LAYOUTS.find((each) => each === target.value);
        if (chosen !== undefined) actions.changeSheet({ layout: chosen });
      }}
    >
      {LAYOUTS.map((each) => (
        <option key={each} value={each}>
          {columns.layouts[each]}
        </option>
      ))}
    </select>
  );
}

function History() {
  const { actions } = useBookWindow();
  const words = useWords();
  const { bar } = words;
  const state = useWindowState((now) => now);
  const { undo, redo } = state.journal;
  const textOf = (deed: NonNullable<typeof undo>): string =>
    deedText(
      deed,
      words,
      (line) => labelOf(state, line),
      (span) => periodOf(state, span),
    );
  const isBlocked = !canEdit(state);
  return (
    <div className="button-group" role="group" aria-label={bar.history}>
      <button
        type="button"
        className="icon-button"
        aria-label={bar.undo}
        title={undo === null ? bar.nothingToUndo : bar.undoOf(textOf(undo))}
        disabled={undo === null || isBlocked}
        onClick={actions.undo}
      >
        <UndoIcon />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={bar.redo}
        title={redo === null ? bar.nothingToRedo : bar.redoOf(textOf(redo))}
        disabled={redo === null || isBlocked}
        onClick={actions.redo}
      >
        <RedoIcon />
      </button>
    </div>
  );
}
