import { useEffect, useId, useRef, useState, type ReactNode } from "react";

export interface Choice {
  readonly key: string;
  readonly content: ReactNode;
  /** False: it is shown, and cannot be chosen. */
  readonly isOffered: boolean;
}

interface ChoiceBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly choices: readonly Choice[];
  readonly onChoose: (index: number) => void;
  /** Below the input while there is nothing to choose. */
  readonly message: string;
}

/** How far Page Up and Page Down go. */
const PAGE = 8;

/** A line to type in over a list to choose from: the arrows choose, Enter takes, the pointer does both. */
export function ChoiceBox({ label, placeholder, text, onText, choices, onChoose, message }: ChoiceBoxProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, choices.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at, choices]);

  const choose = (index: number): void => {
    if (choices[index]?.isOffered === true) onChoose(index);
  };
  const steps: Readonly<Record<string, (last: number) => number>> = {
    ArrowDown: (last) => (at >= last ? 0 : at + 1),
    ArrowUp: (last) => (at <= 0 ? last : at - 1),
    PageDown: (last) => Math.min(at + PAGE, last),
    PageUp: () => Math.max(at - PAGE, 0),
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        className="choice-input"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices[at] === undefined ? undefined : `${id}-${at}`}
        aria-autocomplete="list"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={text}
        onChange={({ target }) => {
          setWanted(0);
          onText(target.value);
        }}
        onKeyDown={(event) => {
          // An input method has the key: its Enter confirms what it wrote.
          if (event.nativeEvent.isComposing) return;
          const step = steps[event.key];
          if (step === undefined && event.key !== "Enter") return;
          event.preventDefault();
          if (step === undefined) choose(at);
          else setWanted(step(choices.length - 1));
        }}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        className="choices"
        aria-label={label}
        hidden={choices.length === 0}
      >
        {choices.map(({ key, content, isOffered }, index) => (
          <li
            key={key}
            id={`${id}-${index}`}
            role="option"
            className="choice"
            aria-selected={index === at}
            aria-disabled={!isOffered}
            onMouseMove={() => setWanted(index)}
            onClick={() => choose(index)}
          >
            {content}
          </li>
        ))}
      </ul>
      <p className="choice-message" role="status">
        {choices.length === 0 ? message : ""}
      </p>
    </>
  );
}
