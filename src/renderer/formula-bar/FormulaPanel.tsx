import { useWords } from "../state/book-window.ts";
import { signatureOf, type CallAt } from "./call-at.ts";

interface Said {
  readonly call: CallAt | null;
  /** What is wrong; null: nothing that is not being typed just now. */
  readonly objection: string | null;
  readonly isRefused: boolean;
  readonly consequences: readonly string[];
}

const AT_TEXT_ID = "formula-at-text";
const BESIDE_ID = "formula-beside";

/** What describes the text, for those who hear it. */
export const PANEL_IDS = `${AT_TEXT_ID} ${BESIDE_ID}`;

/**
 * While a formula is written: at the text the function at the caret, and what is wrong; beside the figures, whose
 * headers it leaves free, what Enter would do.
 */
export function FormulaPanel({ call, objection, isRefused, consequences }: Said) {
  const { formulaBar: words } = useWords();
  return (
    <>
      {(call !== null || objection !== null) && (
        <div id={AT_TEXT_ID} className="formula-panel">
          {call !== null && <Signature call={call} />}
          {objection !== null && (
            <p className="formula-objection" data-refused={isRefused} role={isRefused ? "alert" : undefined}>
              {objection}
            </p>
          )}
        </div>
      )}
      <div id={BESIDE_ID} className="formula-panel formula-beside">
        <p>
          {objection === null &&
            consequences.map((sentence) => (
              <span key={sentence} className="formula-consequence">
                {sentence}
                {words.space}
              </span>
            ))}
          <span className="formula-keys">{words.keys}</span>
        </p>
      </div>
    </>
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
