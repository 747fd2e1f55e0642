import { useId, useRef, type KeyboardEvent } from "react";
import { DownIcon, UpIcon } from "../bar/Icons.tsx";
import { useWords } from "../state/book-window.ts";

export interface Choosable {
  readonly id: string;
  readonly name: string;
}

interface OrderedChoiceProps {
  /** On the button that opens it. */
  readonly label: string;
  readonly hint: string;
  /** In the order in which they are offered. */
  readonly all: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly fewest: number;
  readonly most: number;
  readonly onChoose: (chosen: readonly string[]) => void;
  /** Gives up what was chosen; null: nothing was. */
  readonly onUsual: (() => void) | null;
}

/** Some of many, in an order of one's own. The browser's own popover: Esc and a click beside it close it. */
export function OrderedChoice({ label, hint, all, chosen, fewest, most, onChoose, onUsual }: OrderedChoiceProps) {
  const id = useId();
  const anchor = `--choice-${id.replace(/[^a-z0-9]/giu, "")}`;
  const list = useRef<HTMLUListElement>(null);
  const { compare: words } = useWords();
  // Those chosen in their order, then the rest in theirs.
  const rows = [
    ...chosen.flatMap((each) => all.find((row) => row.id === each) ?? []),
    ...all.filter((row) => !chosen.includes(row.id)),
  ];

  const toggle = (row: string): void =>
    onChoose(chosen.includes(row) ? chosen.filter((each) => each !== row) : [...chosen, row]);
  const move = (row: string, step: 1 | -1): void => {
    const at = chosen.indexOf(row);
    const other = chosen[at + step];
    if (at >= 0 && other !== undefined) onChoose(chosen.with(at, other).with(at + step, row));
  };
  const onKeyDown = (event: KeyboardEvent, row: string): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (step === null) return;
    event.preventDefault();
    if (event.altKey) {
      move(row, step);
      return;
    }
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    boxes[boxes.findIndex((box) => box === event.currentTarget) + step]?.focus();
  };

  return (
    <>
      <button
        type="button"
        className="text-button bordered"
        popoverTarget={id}
        title={hint}
        style={{ anchorName: anchor }}
      >
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        className="ordered-choice"
        aria-label={label}
        style={{ positionAnchor: anchor }}
      >
        <p>{hint}</p>
        <ul ref={list}>
          {rows.map(({ id: row, name }) => {
            const at = chosen.indexOf(row);
            const isChosen = at >= 0;
            return (
              <li key={row}>
                <label title={name}>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    // Not disabled: the focus stays where it is.
                    aria-disabled={isChosen ? chosen.length <= fewest : chosen.length >= most}
                    onChange={() => {
                      if (isChosen ? chosen.length > fewest : chosen.length < most) toggle(row);
                    }}
                    onKeyDown={(event) => onKeyDown(event, row)}
                  />
                  <span>{name}</span>
                </label>
                {isChosen && (
                  <>
                    <button
                      type="button"
                      className="icon-button"
                      tabIndex={-1}
                      aria-label={words.moveUp(name)}
                      disabled={at === 0}
                      onClick={() => move(row, -1)}
                    >
                      <UpIcon />
                    </button>
                    <button
                      type="button"
                      className="icon-button"
                      tabIndex={-1}
                      aria-label={words.moveDown(name)}
                      disabled={at === chosen.length - 1}
                      onClick={() => move(row, 1)}
                    >
                      <DownIcon />
                    </button>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <footer>
          <span>{words.orderHint}</span>
          {onUsual !== null && (
            <button type="button" className="link-button" onClick={onUsual}>
              {words.usual}
            </button>
          )}
        </footer>
      </div>
    </>
  );
}
