import { useId } from "react";

interface SegmentedProps<Choice extends string> {
  readonly label: string;
  readonly choices: Readonly<Record<Choice, string>>;
  /** On hover, such as a choice's key. */
  readonly hints?: Readonly<Record<Choice, string>>;
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One of a few, all in sight: radio buttons drawn as one strip. */
export function Segmented<Choice extends string>({ label, choices, hints, chosen, onChoose }: SegmentedProps<Choice>) {
  const name = useId();
  return (
    <fieldset className="segmented" aria-label={label}>
      {(Object.keys(choices) as Choice[]).map((choice) => (
        <label key={choice} title={hints?.[choice]}>
          <input type="radio" name={name} checked={choice === chosen} onChange={() => onChoose(choice)} />
          <span>{choices[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
