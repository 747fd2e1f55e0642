import { useId, type ReactNode } from "react";

interface ChoiceProps<Option extends string> {
  readonly label: string;
  readonly choices: readonly Option[];
  readonly names: Readonly<Record<Option, string>>;
  readonly chosen: Option;
  readonly onChoose: (option: Option) => void;
  /** Those that cannot be chosen now, and why. */
  readonly closed?: { readonly options: readonly Option[]; readonly reason: string } | undefined;
  /** The label is read out and not shown: a heading says it. */
  readonly isBare?: boolean;
}

/** One of several, in a menu. */
export function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { label, choices, names, chosen, onChoose, closed, isBare = false } = props;
  return (
    <Labelled label={label} isBare={isBare}>
      {(id) => (
        <select
          id={id}
          aria-label={isBare ? label : undefined}
          className="trend-select"
          value={chosen}
          title={closed?.reason}
          onChange={({ target }) => {
            const option = choices.find((each) => each === target.value);
            if (option !== undefined) onChoose(option);
          }}
        >
          {choices.map((choice) => (
            <option
              key={choice}
              value={choice}
              disabled={closed?.options.includes(choice)}
              title={closed?.options.includes(choice) === true ? closed.reason : undefined}
            >
              {names[choice]}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly isBare?: boolean;
  readonly children: (id: string) => ReactNode;
}

export function Labelled({ label, isBare = false, children }: LabelledProps) {
  const id = useId();
  return isBare ? (
    children(id)
  ) : (
    <span className="trend-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </span>
  );
}

interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTick: (isOn: boolean) => void;
}

export function Tick({ label, isOn, onTick }: TickProps) {
  return (
    <label className="trend-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onTick(target.checked)} />
      {label}
    </label>
  );
}
