import type { RefObject } from "react";
import { useWords } from "../state/book-window.ts";
import { signatureOf, type CallAt } from "./call-at.ts";

interface Said {
  readonly id: string;
  readonly panel: RefObject<HTMLDivElement | null>;
  readonly call: CallAt | null;
  /** What is wrong; null: nothing that is not being typed just now. */
  readonly objection: string | null;
  readonly isRefused: boolean;
  readonly consequences: readonly string[];
}

/** Under the bar while a formula is written: the function at the caret, and what Enter would do or why it would not. */
export function FormulaPanel({ id, panel, call, objection, isRefused, consequences }: Said) {
  const { formulaBar: words } = useWords();
  return (
    <div id={id} ref={panel} className="formula-panel">
      {call !== null && <Signature call={call} />}
      {objection === null ? (
        <p>
          {consequences.map((sentence) => (
            <span key={sentence} className="formula-consequence">
              {sentence}
              {words.space}
            </span>
          ))}
          <span className="formula-keys">{words.keys}</span>
        </p>
      ) : (
        <p className="formula-objection" data-refused={isRefused} role={isRefused ? "alert" : undefined}>
          {objection}
        </p>
      )}
    </div>
  );
}

function Signature({ call: { name, argument } }: { readonly call: CallAt }) {
  const { formulaBar: words } = useWords();
  const shown = signatureOf(name, words.argument);
  const current = Math.min(argument, shown.length - 1);
  const says = Object.entries(words.functions).find(([known]) => known === name)?.[1];
  return (
    <p className="formula-signature">
      <code>
        <span className="formula-function">{name}</span>(
        {shown.map(({ text, isNeeded }, index) => (
          <span key={index}>
            {index > 0 && ", "}
            <span className="formula-argument" data-current={index === current} data-needed={isNeeded}>
              {text}
            </span>
          </span>
        ))}
        )
      </code>
      <span>{says}</span>
    </p>
  );
}
