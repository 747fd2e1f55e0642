import { useRef, useState, type KeyboardEvent } from "react";
import type { Page } from "#core/book.ts";
import { planPageLines } from "#core/pages/page-line-plan.ts";
import { DownIcon, UpIcon } from "../bar/Icons.tsx";
import { FormDialog } from "../lines/FormDialog.tsx";
import { changeLines } from "../lines/line-actions.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf } from "../state/window-state.ts";
import { pageChoiceIn, movedBy, toggled } from "./page-choice.ts";
import "./page-lines.css";

/** Which lines a page shows, and in what order. */
export function PageLinesDialog({ page }: { readonly page: Page }) {
  const { store, actions } = useBookWindow();
  const { pages, bar } = useWords();
  const state = useWindowState((now) => now);
  const [choice, setChoice] = useState(() => pageChoiceIn(store.getState(), page));
  const list = useRef<HTMLUListElement>(null);
  const chosen = choice.filter(({ isShown }) => isShown).map(({ line }) => line);
  const isOwn = state.edited.shown.pageLines.some((row) => row.company === state.company && row.page === page);

  // Services stand as total revenues are made of them.
  const isOrdered = page !== "services";

  const save = (lines: readonly string[]): void => {
    actions.closeDialog();
    void changeLines(actions, planPageLines(state.edited.shown, state.company, page, lines));
  };
  const onKeyDown = (event: KeyboardEvent, line: string): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (step === null) return;
    event.preventDefault();
    if (event.altKey) {
      if (isOrdered) setChoice((before) => movedBy(before, line, step));
      return;
    }
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    boxes[boxes.findIndex((box) => box === event.currentTarget) + step]?.focus();
  };

  return (
    <FormDialog
      title={pages.linesTitle(bar.views[page])}
      className="page-lines"
      submit={pages.save}
      canSubmit
      onSubmit={() => save(chosen)}
      footer={
        isOwn ? (
          <button type="button" className="text-button" onClick={() => save([])}>
            {pages.usual}
          </button>
        ) : (
          isOrdered && <span>{pages.linesHint}</span>
        )
      }
    >
      <p role="status">{chosen.length === 0 ? pages.chosenNone : pages.chosen(chosen.length)}</p>
      <ul ref={list} aria-label={pages.linesLabel}>
        {choice.map(({ line, isShown }, index) => (
          <li key={line}>
            <label>
              <input
                type="checkbox"
                checked={isShown}
                onChange={() => setChoice((before) => toggled(before, line))}
                onKeyDown={(event) => onKeyDown(event, line)}
              />
              <span>{labelOf(state, line)}</span>
            </label>
            {isOrdered && (
              <>
                <button
                  type="button"
                  className="icon-button"
                  tabIndex={-1}
                  aria-label={pages.moveUp(labelOf(state, line))}
                  disabled={index === 0}
                  onClick={() => setChoice((before) => movedBy(before, line, -1))}
                >
                  <UpIcon />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  tabIndex={-1}
                  aria-label={pages.moveDown(labelOf(state, line))}
                  disabled={index === choice.length - 1}
                  onClick={() => setChoice((before) => movedBy(before, line, 1))}
                >
                  <DownIcon />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
