import { useCallback, useRef, type MouseEvent } from "react";
import { CloseIcon, FormulaIcon, StoreIcon } from "../bar/Icons.tsx";
import { EDIT_FORMULA_KEY } from "../commands/formula-commands.ts";
import { keyText } from "../commands/keys.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, labelOf, type FormulaEdit } from "../state/window-state.ts";
import { barContentIn, type BarContent } from "./bar-content.ts";
import { CellText } from "./CellText.tsx";
import { formulaEditIn } from "./formula-actions.ts";
import { FormulaField } from "./FormulaField.tsx";
import { FormulaText } from "./FormulaText.tsx";
import { leaveBar } from "./leave-bar.ts";
import { useFormulaEditor } from "./use-formula-editor.ts";
import "./formula-bar.css";

/** The active cell above the grid: its name, and its text or its line's formula, to be changed there. */
export function FormulaBar() {
  const { actions } = useBookWindow();
  const { formulaBar: words } = useWords();
  const state = useWindowState((now) => now);
  const content = barContentIn(state);
  const edit = formulaEditIn(state);
  const open = useFormulaEditor();
  const at = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const store = useRef<(() => void) | null>(null);
  const onReady = useCallback((storeTyped: () => void) => {
    store.current = storeTyped;
  }, []);

  const takeCaret = useCallback(() => {
    const caret = at.current;
    at.current = null;
    return caret;
  }, []);

  const openFormula = (line: string, event: MouseEvent): void => {
    // Pressed by key it has no place.
    at.current = event.detail === 0 ? null : { x: event.clientX, y: event.clientY };
    actions.editFormula(line);
  };

  return (
    <section className="formula-bar" aria-label={words.label} hidden={state.view !== "results"}>
      <NameBox content={content} edit={edit} />
      <div className="formula-bar-buttons">
        {edit === null ? (
          <button
            type="button"
            className="icon-button"
            aria-label={words.edit}
            title={words.editHint(keyText(EDIT_FORMULA_KEY))}
            disabled={content === null || !canEdit(state)}
            onClick={() => {
              if (content !== null) actions.editFormula(content.place.line);
            }}
          >
            <FormulaIcon />
          </button>
        ) : (
          <>
            <button
              type="button"
              className="icon-button"
              aria-label={words.giveUp}
              title={words.giveUp}
              onClick={() => {
                actions.leaveFormula();
                leaveBar(actions, "stay");
              }}
            >
              <CloseIcon />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={words.store}
              title={words.store}
              onClick={() => store.current?.()}
            >
              <StoreIcon />
            </button>
          </>
        )}
      </div>
      {edit !== null && open !== null ? (
        <FormulaField key={edit.line} edit={edit} open={open} takeCaret={takeCaret} onReady={onReady} />
      ) : (
        content !== null && <Shown content={content} onOpen={openFormula} />
      )}
    </section>
  );
}

/** Line and period; it leads to other cells. */
function NameBox({ content, edit }: { readonly content: BarContent | null; readonly edit: FormulaEdit | null }) {
  const { actions } = useBookWindow();
  const { formulaBar: words, deeds } = useWords();
  const state = useWindowState((now) => now);
  const label = edit === null ? (content?.label ?? "") : labelOf(state, edit.line);
  const period = content?.period ?? "";
  return (
    <button
      type="button"
      className="formula-bar-name"
      aria-label={words.goTo(deeds.cell(label, period))}
      title={words.goToHint(keyText("Mod+G"))}
      onClick={() => actions.show({ kind: "go" })}
    >
      <span className="formula-bar-line">{label}</span> <span className="formula-bar-period">{period}</span>
    </button>
  );
}

interface ShownProps {
  readonly content: BarContent;
  readonly onOpen: (line: string, event: MouseEvent) => void;
}

/** What is in the cell, and quietly where it comes from. */
function Shown({ content, onOpen }: ShownProps) {
  const { formulaBar: words } = useWords();
  const { place, label, text, note, isFormula, isRefused } = content;
  return (
    <>
      {isFormula ? (
        <button
          type="button"
          className="formula-bar-formula"
          aria-label={words.shownFormula(label, text)}
          onClick={(event) => onOpen(place.line, event)}
        >
          <span className="formula-bar-equals">=</span>
          <span className="formula-bar-code">
            <FormulaText formula={text} />
          </span>
        </button>
      ) : (
        <CellText content={content} />
      )}
      <span className="formula-bar-note" data-refused={isRefused} title={note}>
        {note}
      </span>
    </>
  );
}
