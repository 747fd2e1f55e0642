import { makeInbox } from "./inbox.ts";
import type { Wire } from "./wire.ts";

/**
 * Anything that passes messages: a MessagePort of the page or of Node, Electron's MessagePortMain. Described
 * by shape, because this folder knows neither the DOM nor Node nor Electron.
 */
export type Port = {
  postMessage(message: string): void;
  /** Messages queue up until it is called, so none is lost before the listener is set. */
  start(): void;
  close(): void;
} & (
  | { addEventListener(name: "message" | "close", listen: (event: object) => void): void }
  | { on(name: "message" | "close", listen: (event: object) => void): unknown }
);

export function portWire(port: Port): Wire {
  const inbox = makeInbox();
  const listenTo = (name: "message" | "close", listen: (event: object) => void): void => {
    if ("addEventListener" in port) port.addEventListener(name, listen);
    else port.on(name, listen);
  };
  const close = (): void => {
    port.close();
    inbox.end();
  };
  listenTo("close", inbox.end);
  return {
    onText(listen) {
      inbox.onText(listen);
      listenTo("message", (event) => {
        if ("data" in event && typeof event.data === "string") inbox.deliver(event.data);
        else close();
      });
      port.start();
    },
    onClose: inbox.onClose,
    send(text) {
      if (inbox.isOpen()) port.postMessage(text);
    },
    close,
  };
}
