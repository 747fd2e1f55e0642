import { useId } from "react";
import { OVERLAYS } from "#core/layout.ts";
import {
  AUTOMATIC_WIDTHS,
  EARLIER_QUARTER,
  HIDE_COLUMNS,
  NEXT_QUARTER,
  SHUT_QUARTERS,
  UNHIDE_COLUMNS,
  USUAL_SIZE,
  ZOOM_IN,
  ZOOM_OUT,
} from "../commands/column-commands.ts";
import { isOfferedIn, type Command } from "../commands/command.ts";
import { keyText } from "../commands/keys.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { hiddenColumnsIn, isOverlayOffered } from "../state/sheet-columns.ts";
import { ColumnsIcon } from "./Icons.tsx";
import { Segmented } from "./Segmented.tsx";
import "./columns-menu.css";

/** How the columns stand and what they show. The browser's own popover: Esc and a click beside it close it. */
export function ColumnsMenu() {
  const id = useId();
  const { columns } = useWords();
  return (
    <>
      <button
        type="button"
        className="icon-button columns-button"
        popoverTarget={id}
        title={columns.menuHint}
        aria-label={columns.menu}
      >
        <ColumnsIcon />
      </button>
      <div id={id} popover="auto" className="columns-menu" role="dialog" aria-label={columns.menu}>
        <OrderChoice />
        <OverlayChoice />
        <div className="columns-row">
          <span>{columns.quarters}</span>
          <span className="columns-buttons">
            <CommandButton command={NEXT_QUARTER} />
            <CommandButton command={EARLIER_QUARTER} />
            <CommandButton command={SHUT_QUARTERS} />
          </span>
        </div>
        <HiddenColumns />
        <ZoomRow />
        <div className="columns-row">
          <span>{columns.widths}</span>
          <CommandButton command={AUTOMATIC_WIDTHS} />
        </div>
      </div>
    </>
  );
}

function OrderChoice() {
  const { actions } = useBookWindow();
  const { columns } = useWords();
  const newest = useWindowState(({ sheet }) => sheet.newest);
  return (
    <div className="columns-row">
      <span>{columns.order}</span>
      <Segmented
        label={columns.order}
        choices={columns.orders}
        chosen={newest}
        onChoose={(next) => actions.changeSheet({ newest: next })}
      />
    </div>
  );
}

/** What stands in the cells; one that the book has no line for says so. */
function OverlayChoice() {
  const { actions } = useBookWindow();
  const { columns } = useWords();
  const name = useId();
  const state = useWindowState((now) => now);
  return (
    <fieldset className="overlay-choice" aria-label={columns.shown}>
      {OVERLAYS.map((overlay) => {
        const isOffered = isOverlayOffered(state, overlay);
        return (
          <label key={overlay}>
            <input
              type="radio"
              name={name}
              checked={state.sheet.overlay === overlay}
              disabled={!isOffered}
              onChange={() => actions.changeSheet({ overlay })}
            />
            <span className="overlay-name">{columns.overlays[overlay]}</span>
            <span className="overlay-hint">{isOffered ? columns.overlayHints[overlay] : columns.noRevenue}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** More labels than these would make the menu wider than its choices. */
const NAMED = 4;

function HiddenColumns() {
  const { columns } = useWords();
  const hidden = useWindowState(hiddenColumnsIn);
  const labels = hidden.map(({ label }) => label);
  const named = labels.length > NAMED ? [...labels.slice(0, NAMED), "…"] : labels;
  return (
    <div className="columns-row">
      <span>{columns.hidden}</span>
      <span className="columns-buttons">
        <span className="columns-value" title={labels.join(", ")}>
          {labels.length === 0 ? columns.noneHidden : `${columns.hiddenCount(labels.length)}: ${named.join(", ")}`}
        </span>
        <CommandButton command={HIDE_COLUMNS} />
        <CommandButton command={UNHIDE_COLUMNS} />
      </span>
    </div>
  );
}

function ZoomRow() {
  const { columns } = useWords();
  const zoom = useWindowState(({ sheet }) => sheet.zoom);
  return (
    <div className="columns-row">
      <span>{columns.zoom}</span>
      <span className="columns-buttons">
        <CommandButton command={ZOOM_OUT} sign="−" />
        <output className="zoom-value">{zoom} %</output>
        <CommandButton command={ZOOM_IN} sign="+" />
        <CommandButton command={USUAL_SIZE} sign="100 %" />
      </span>
    </div>
  );
}

/** A command as a button; its key is on hover. */
function CommandButton({ command, sign }: { readonly command: Command; readonly sign?: string }) {
  const { actions, store } = useBookWindow();
  const words = useWords();
  const isOffered = useWindowState((state) => isOfferedIn(command, state));
  const name = command.name(words);
  const [key] = command.keys;
  return (
    <button
      type="button"
      className="text-button bordered"
      title={key === undefined ? name : `${name} (${keyText(key)})`}
      aria-label={name}
      disabled={!isOffered}
      onClick={() => command.run(actions, store.getState())}
    >
      {sign ?? name}
    </button>
  );
}

/** While something else than the figures is shown, the bar says what; a click shows the figures again. */
export function OverlayBadge() {
  const { actions } = useBookWindow();
  const { columns } = useWords();
  const overlay = useWindowState(({ sheet }) => sheet.overlay);
  if (overlay === "value") return null;
  const name = columns.overlays[overlay];
  return (
    <button
      type="button"
      className="overlay-badge"
      title={columns.backToValues(name)}
      onClick={() => actions.changeSheet({ overlay: "value" })}
    >
      {name}
      <span aria-hidden="true">×</span>
    </button>
  );
}
