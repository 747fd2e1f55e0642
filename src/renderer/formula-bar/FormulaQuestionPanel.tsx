import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { useWords } from "../state/book-window.ts";
import type { FormulaQuestion, PlainFigure } from "./formula-question.ts";

interface Asked {
  readonly question: FormulaQuestion;
  readonly onEnter: (figure: PlainFigure) => void;
  readonly onAgree: () => void;
  readonly onKeep: () => void;
  /** Back to the text. */
  readonly onBack: () => void;
}

const ASKS_ID = "formula-question-asks";
const SAYS_ID = "formula-question-says";

/** Under the bar, in place of what it says: the answer that harms nothing has the focus. */
export function FormulaQuestionPanel({ question, onEnter, onAgree, onKeep, onBack }: Asked) {
  const { formulaBar } = useWords();
  const { question: words } = formulaBar;
  const panel = useRef<HTMLDivElement>(null);
  const harmless = useRef<HTMLButtonElement>(null);
  const { asks, says, agrees, figure } = question;
  useLayoutEffect(() => harmless.current?.focus(), [question]);

  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape") onBack();
    else if (step !== undefined) {
      const answers = [...(panel.current?.querySelectorAll("button") ?? [])];
      const at = answers.findIndex((answer) => answer === document.activeElement);
      answers.at((at + step) % answers.length)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={panel}
      className="formula-panel formula-question"
      role="alertdialog"
      aria-labelledby={ASKS_ID}
      aria-describedby={SAYS_ID}
      onKeyDown={onKey}
    >
      <p id={ASKS_ID} className="formula-question-asks">
        {asks}
      </p>
      <p id={SAYS_ID}>
        {says.map((sentence) => (
          <span key={sentence}>
            {sentence}
            {formulaBar.space}
          </span>
        ))}
      </p>
      <div className="formula-answers">
        {figure !== null && (
          <button ref={harmless} type="button" className="text-button main-button" onClick={() => onEnter(figure)}>
            {figure.enters}
          </button>
        )}
        <button type="button" className="text-button" onClick={onAgree}>
          {agrees}
        </button>
        <button
          ref={figure === null ? harmless : null}
          type="button"
          className={figure === null ? "text-button main-button" : "text-button"}
          onClick={onKeep}
        >
          {words.keeps}
        </button>
        <span className="formula-keys">{words.keys}</span>
      </div>
    </div>
  );
}
