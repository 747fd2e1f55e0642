import { makeInbox } from "./inbox.ts";
import type { Wire } from "./wire.ts";

/** An open WebSocket, the page's or Node's, described by shape. */
export interface Socket {
  send(text: string): void;
  close(): void;
  addEventListener(name: "message" | "close", listen: (event: object) => void): void;
}

/** The socket must be open. */
export function socketWire(socket: Socket): Wire {
  const inbox = makeInbox();
  const close = (): void => {
    socket.close();
    inbox.end();
  };
  socket.addEventListener("close", inbox.end);
  socket.addEventListener("message", (event) => {
    if ("data" in event && typeof event.data === "string") inbox.deliver(event.data);
    else close();
  });
  return {
    onText: inbox.onText,
    onClose: inbox.onClose,
    send(text) {
      if (inbox.isOpen()) socket.send(text);
    },
    close,
  };
}
