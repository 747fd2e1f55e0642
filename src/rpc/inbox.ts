import type { Wire } from "./wire.ts";

/** The receiving half of every wire: one listener for text, and a close that is told exactly once. */
export interface Inbox extends Pick<Wire, "onText" | "onClose"> {
  isOpen(): boolean;
  deliver(text: string): void;
  end(): void;
}

export function makeInbox(): Inbox {
  let listenToText: (text: string) => void = () => {};
  const closeListeners: (() => void)[] = [];
  let isOpen = true;
  return {
    isOpen: () => isOpen,
    onText(listen) {
      listenToText = listen;
    },
    onClose(listen) {
      if (isOpen) closeListeners.push(listen);
      else listen();
    },
    deliver(text) {
      if (isOpen) listenToText(text);
    },
    end() {
      if (!isOpen) return;
      isOpen = false;
      for (const listen of closeListeners.splice(0)) listen();
    },
  };
}
