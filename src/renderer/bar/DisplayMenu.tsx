import { useId } from "react";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { DisplayIcon } from "./Icons.tsx";
import { Segmented } from "./Segmented.tsx";

/** Theme, numbers and names of periods, out of the way until wanted. The browser's own popover: Esc and a click beside it close it. */
export function DisplayMenu() {
  const id = useId();
  const { actions } = useBookWindow();
  const { bar, display } = useWords();
  const { theme, negatives, amounts, periods } = useWindowState(({ settings }) => settings);
  return (
    <>
      <button
        type="button"
        className="icon-button display-button"
        popoverTarget={id}
        title={bar.display}
        aria-label={bar.display}
      >
        <DisplayIcon />
      </button>
      <div id={id} popover="auto" className="display-menu" role="dialog" aria-label={bar.display}>
        <div className="display-row">
          <span>{display.theme}</span>
          <Segmented
            label={display.theme}
            choices={display.themes}
            chosen={theme}
            onChoose={(next) => actions.change({ theme: next })}
          />
        </div>
        <div className="display-row">
          <span>{display.negatives}</span>
          <Segmented
            label={display.negatives}
            choices={display.negativeStyles}
            chosen={negatives}
            onChoose={(next) => actions.change({ negatives: next })}
          />
        </div>
        <Choice
          label={display.amounts}
          hint={display.amountsHint}
          choices={display.amountScales}
          chosen={amounts}
          onChoose={(next) => actions.change({ amounts: next })}
        />
        <Choice
          label={display.periods}
          choices={display.periodStyles}
          chosen={periods}
          onChoose={(next) => actions.change({ periods: next })}
        />
      </div>
    </>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly choices: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of more than fit beside each other. */
function Choice<Value extends string>({ label, hint, choices, chosen, onChoose }: ChoiceProps<Value>) {
  const id = useId();
  const values = Object.keys(choices) as Value[];
  return (
    <div className="display-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        title={hint}
        value={chosen}
        onChange={({ target }) => {
          const next = values.find((value) => value === target.value);
          if (next !== undefined) onChoose(next);
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {choices[value]}
          </option>
        ))}
      </select>
    </div>
  );
}
