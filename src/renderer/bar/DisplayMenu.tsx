import { useId } from "react";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { DisplayIcon } from "./Icons.tsx";
import { Segmented } from "./Segmented.tsx";

/** Theme and number style, out of the way until wanted. The browser's own popover: Esc and a click beside it close it. */
export function DisplayMenu() {
  const id = useId();
  const { actions } = useBookWindow();
  const { bar, display } = useWords();
  const { theme, negatives } = useWindowState(({ settings }) => settings);
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
      </div>
    </>
  );
}
