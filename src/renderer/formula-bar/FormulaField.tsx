import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { planFormula } from "#core/formula-plan.ts";
import { useBookWindow, useWindowState } from "../state/book-window.ts";
import { findLine, labelOf, wordsOf, type FormulaEdit, type WindowState } from "../state/window-state.ts";
import type { FormulaEditor, FormulaEditorWords, openFormulaEditor, Reading } from "./formula-editor.ts";
import { consequenceText, namedLinesIn, objectionText, previewText } from "./formula-in-view.ts";
import { FormulaPanel } from "./FormulaPanel.tsx";
import { leaveBar } from "./leave-bar.ts";
import { pointAtLines } from "./point-at-lines.ts";

const PANEL_ID = "formula-bar-panel";

const editorWordsIn = (state: WindowState, line: string): FormulaEditorWords => {
  const { formula, placeholder, completions, functions } = wordsOf(state).formulaBar;
  return { name: formula(labelOf(state, line)), placeholder, completions, functions };
};

interface FormulaFieldProps {
  readonly edit: FormulaEdit;
  readonly open: typeof openFormulaEditor;
  /** Where the click that opened it asked for the caret, if it was one; it answers once. */
  readonly takeCaret: () => { readonly x: number; readonly y: number } | null;
  /** Hears how to store what is typed, for the button that does. */
  readonly onReady: (store: () => void) => void;
}

/** The formula while it is written: its editor, what it gives, and under the bar what storing it does. */
export function FormulaField({ edit, open, takeCaret, onReady }: FormulaFieldProps) {
  const { store, actions } = useBookWindow();
  const { language } = useWindowState(({ settings }) => settings);
  const { line } = edit;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<FormulaEditor | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);

  // Asked for anew, it goes on with what is typed: the text it opened with counts once.
  const opened = useRef(edit.text);
  useLayoutEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    let latest = opened.current;
    let isStoring = false;
    const storeFormula = async (): Promise<void> => {
      const plan = planFormula(store.getState().edited.shown, line, latest);
      if ("objection" in plan) {
        editor.current?.refuse();
        return;
      }
      if (isStoring) return;
      isStoring = true;
      const isDone = plan.changes.length === 0 || (await actions.changeRows(plan.changes, plan.deed));
      isStoring = false;
      if (!isDone) return;
      actions.leaveFormula();
      leaveBar(actions, "stay");
    };
    const current = open({
      parent,
      text: latest,
      at: takeCaret(),
      line,
      describedBy: PANEL_ID,
      words: () => editorWordsIn(store.getState(), line),
      lines: () => namedLinesIn(store.getState()),
      objectionTo(text) {
        const plan = planFormula(store.getState().edited.shown, line, text);
        return "objection" in plan ? plan.objection : null;
      },
      onChange(now) {
        latest = now.text;
        setReading(now);
      },
      onStore: () => void storeFormula(),
      onGiveUp() {
        actions.leaveFormula();
        leaveBar(actions, "stay");
      },
    });
    editor.current = current;
    onReady(() => void storeFormula());
    const stopPointing = pointAtLines(store, (pointed) => current.point(pointed));
    return () => {
      stopPointing();
      current.destroy();
      editor.current = null;
    };
  }, [store, actions, line, open, takeCaret, onReady]);

  useEffect(() => editor.current?.focus(), [edit]);
  useEffect(() => editor.current?.reword(), [language]);

  return (
    <>
      <span className="formula-bar-equals" aria-hidden="true">
        =
      </span>
      <div ref={host} className="formula-bar-editor" />
      {reading !== null && <Said reading={reading} line={line} />}
    </>
  );
}

/** What is said of the text: at its own pace, so that typing never waits for it. */
function Said({ reading, line }: { readonly reading: Reading; readonly line: string }) {
  const state = useWindowState((now) => now);
  const panel = useRef<HTMLDivElement>(null);
  const text = useDeferredValue(reading.text);
  const { objection, isBeingTyped, isRefused } = reading;
  // What is only half typed is no mistake yet; the formula that is in force is spoken of meanwhile.
  const isQuiet = objection === null || (isBeingTyped && !isRefused);
  const said = useMemo(() => {
    const book = state.edited.shown;
    const typed = planFormula(book, line, text);
    const plan = "objection" in typed ? planFormula(book, line, findLine(state, line)?.formula ?? "") : typed;
    return {
      preview: "objection" in typed ? null : previewText(state, typed),
      consequences: "objection" in plan ? [] : consequenceText(state, plan),
    };
  }, [state, line, text]);
  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) return;
    // The list of completions opens below what is said here.
    const observer = new ResizeObserver(() =>
      element.parentElement?.style.setProperty("--panel-height", `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <output className="formula-bar-note" title={said.preview ?? undefined}>
        {said.preview}
      </output>
      <FormulaPanel
        id={PANEL_ID}
        panel={panel}
        call={reading.call}
        objection={isQuiet ? null : objectionText(state, objection, line)}
        isRefused={isRefused}
        consequences={said.consequences}
      />
    </>
  );
}
