import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { planFormula, type FormulaPlan } from "#core/formula-plan.ts";
import { useBookWindow, useWindowState } from "../state/book-window.ts";
import { findLine, labelOf, wordsOf, type FormulaEdit, type WindowState } from "../state/window-state.ts";
import type { FormulaEditor, FormulaEditorWords, openFormulaEditor, Reading } from "./formula-editor.ts";
import { consequenceText, namedLinesIn, objectionText, previewText } from "./formula-in-view.ts";
import { questionIn, type FormulaQuestion, type PlainFigure } from "./formula-question.ts";
import { FormulaPanel, PANEL_IDS } from "./FormulaPanel.tsx";
import { FormulaQuestionPanel } from "./FormulaQuestionPanel.tsx";
import { leaveBar } from "./leave-bar.ts";
import { pointAtLines } from "./point-at-lines.ts";

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
  const [question, setQuestion] = useState<FormulaQuestion | null>(null);

  const isStoring = useRef(false);
  const carryOut = useCallback(
    async ({ changes, deed }: FormulaPlan): Promise<void> => {
      if (isStoring.current) return;
      isStoring.current = true;
      const isDone = changes.length === 0 || (await actions.changeRows(changes, deed));
      isStoring.current = false;
      if (!isDone) return;
      actions.leaveFormula();
      leaveBar(actions, "stay");
    },
    [actions],
  );
  const enterInCell = ({ place, stated, text }: PlainFigure): void => {
    actions.leaveFormula();
    actions.enter(place, stated, text);
    leaveBar(actions, "down");
  };
  const keep = (): void => {
    actions.leaveFormula();
    leaveBar(actions, "stay");
  };
  const goBack = (): void => {
    setQuestion(null);
    editor.current?.focus();
  };

  // Asked for anew, it goes on with what is typed: the text it opened with counts once.
  const opened = useRef(edit.text);
  useLayoutEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    let latest = opened.current;
    const storeFormula = (): void => {
      const plan = planFormula(store.getState().edited.shown, line, latest);
      if ("objection" in plan) {
        editor.current?.refuse();
        return;
      }
      const asked = questionIn(store.getState(), plan);
      if (asked === null) void carryOut(plan);
      else setQuestion(asked);
    };
    const current = open({
      parent,
      text: latest,
      at: takeCaret(),
      line,
      describedBy: PANEL_IDS,
      words: () => editorWordsIn(store.getState(), line),
      lines: () => namedLinesIn(store.getState()),
      objectionTo(text) {
        const plan = planFormula(store.getState().edited.shown, line, text);
        return "objection" in plan ? plan.objection : null;
      },
      onChange(now) {
        // Another text is another question.
        if (latest !== now.text) setQuestion(null);
        latest = now.text;
        setReading(now);
      },
      onStore: storeFormula,
      onGiveUp() {
        actions.leaveFormula();
        leaveBar(actions, "stay");
      },
    });
    editor.current = current;
    onReady(storeFormula);
    const stopPointing = pointAtLines(store, (pointed) => current.point(pointed));
    return () => {
      stopPointing();
      current.destroy();
      editor.current = null;
    };
  }, [store, actions, line, open, takeCaret, onReady, carryOut]);

  useEffect(() => editor.current?.focus(), [edit]);
  useEffect(() => editor.current?.reword(), [language]);

  return (
    <>
      <span className="formula-bar-equals" aria-hidden="true">
        =
      </span>
      <div ref={host} className="formula-bar-editor" />
      {reading !== null && <Said reading={reading} line={line} isAsked={question !== null} />}
      {question !== null && (
        <FormulaQuestionPanel
          question={question}
          onEnter={enterInCell}
          onAgree={() => void carryOut(question.plan)}
          onKeep={keep}
          onBack={goBack}
        />
      )}
    </>
  );
}

interface SaidProps {
  readonly reading: Reading;
  readonly line: string;
  /** What storing would do is asked already. */
  readonly isAsked: boolean;
}

/** What is said of the text: at its own pace, so that typing never waits for it. */
function Said({ reading, line, isAsked }: SaidProps) {
  const state = useWindowState((now) => now);
  const text = useDeferredValue(reading.text);
  const { objection, isBeingTyped, isRefused } = reading;
  // What is only half typed is no mistake yet; the formula that is in force is spoken of meanwhile.
  const isQuiet = objection === null || (isBeingTyped && !isRefused && objection.code !== "unit");
  const said = useMemo(() => {
    const book = state.edited.shown;
    const typed = planFormula(book, line, text);
    const plan = "objection" in typed ? planFormula(book, line, findLine(state, line)?.formula ?? "") : typed;
    return {
      preview: "objection" in typed ? null : previewText(state, typed),
      consequences: "objection" in plan ? [] : consequenceText(state, plan),
    };
  }, [state, line, text]);
  return (
    <>
      <output className="formula-bar-note" title={said.preview ?? undefined}>
        {said.preview}
      </output>
      {!isAsked && (
        <FormulaPanel
          call={reading.call}
          objection={isQuiet ? null : objectionText(state, objection, line)}
          isRefused={isRefused}
          consequences={said.consequences}
        />
      )}
    </>
  );
}
