/**
 * The clipboard as a page may use it: through the browser's own events. They need no permission, which no
 * host grants; they carry the markup as it was written, which the asynchronous clipboard would clean of the
 * numbers in it; and they are what the system's own menus send.
 */
import type { ClipboardTexts } from "./copied-text.ts";

/** Puts texts on the clipboard; false where the browser refuses. Only while a key or a click is being answered. */
export function writeClipboard(texts: ClipboardTexts): boolean {
  let isWritten = false;
  const answer = (event: ClipboardEvent): void => {
    isWritten = putInto(event, texts);
    event.stopImmediatePropagation();
  };
  window.addEventListener("copy", answer, { capture: true });
  try {
    return document.execCommand("copy") && isWritten;
  } finally {
    window.removeEventListener("copy", answer, { capture: true });
  }
}

/** Answers a copy or a cut with these texts. */
export function putInto(event: ClipboardEvent, { plain, markup }: ClipboardTexts): boolean {
  if (event.clipboardData === null) return false;
  event.preventDefault();
  event.clipboardData.setData("text/plain", plain);
  if (markup !== "") event.clipboardData.setData("text/html", markup);
  return true;
}

export const textsIn = ({ clipboardData }: ClipboardEvent): ClipboardTexts => ({
  plain: clipboardData?.getData("text/plain") ?? "",
  markup: clipboardData?.getData("text/html") ?? "",
});

/** Has the browser send its paste event; false where a page may not ask for that. */
export const requestPaste = (): boolean => document.execCommand("paste");
