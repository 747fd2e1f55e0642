/** The clipboard's events over the grid become actions, and what was copied has a frame as long as it stands. */
import type { GridApi } from "ag-grid-community";
import type { Actions } from "../state/actions.ts";
import type { GridRow } from "../state/grid-plan.ts";
import type { WindowState, WindowStore } from "../state/window-state.ts";
import { AS_SHOWN } from "./clipboard-actions.ts";
import { putInto, textsIn } from "./clipboard-access.ts";
import { makeCopiedFrames } from "./copied-frames.ts";

export function mountClipboard(
  root: HTMLElement,
  api: GridApi<GridRow>,
  store: WindowStore,
  actions: Actions,
): () => void {
  const frames = makeCopiedFrames(root, api, store.getState);

  /** Text that is being typed, or a dialog in front, has the clipboard for itself. */
  const isOurs = ({ target }: Event): boolean =>
    target instanceof Element &&
    root.contains(target) &&
    !(target instanceof HTMLInputElement) &&
    document.querySelector("dialog:modal") === null;

  const onCopy = (event: ClipboardEvent): void => {
    if (!isOurs(event)) return;
    const texts = actions.copied(AS_SHOWN);
    // Also where nothing can be copied: what the browser would copy instead is not what was meant.
    event.preventDefault();
    if (texts === null || !putInto(event, texts)) return;
    if (event.type === "cut") actions.clearSelected();
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (!isOurs(event)) return;
    event.preventDefault();
    actions.paste(textsIn(event));
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || store.getState().copied.length === 0 || !isOurs(event)) return;
    // One thing at a time: what is selected, and what is shown in place of figures, stay.
    event.preventDefault();
    event.stopPropagation();
    actions.letGoOfCopied();
  };

  document.addEventListener("copy", onCopy);
  document.addEventListener("cut", onCopy);
  document.addEventListener("paste", onPaste);
  document.addEventListener("keydown", onKey, { capture: true });

  const stopListening = store.subscribe((state, before) => {
    if (state.copied.length > 0 && state.copied === before.copied && isOtherSheet(state, before))
      actions.letGoOfCopied();
    else if (state.copied !== before.copied) frames.draw();
  });

  return () => {
    stopListening();
    document.removeEventListener("copy", onCopy);
    document.removeEventListener("cut", onCopy);
    document.removeEventListener("paste", onPaste);
    document.removeEventListener("keydown", onKey, { capture: true });
  };
}

/** What is on the clipboard is no longer what stands there. */
const isOtherSheet = (state: WindowState, before: WindowState): boolean =>
  state.edited.shown !== before.edited.shown ||
  state.company !== before.company ||
  state.scope !== before.scope ||
  state.basis !== before.basis ||
  state.sheet.layout !== before.sheet.layout ||
  state.sheet.overlay !== before.sheet.overlay;
