/** The child's end of its wire, in Node and in Electron's utility process. */
import { makeInbox } from "#rpc/inbox.ts";
import { portWire } from "#rpc/port-wire.ts";
import type { Wire } from "#rpc/wire.ts";

/** Electron's, by shape: this folder also runs where there is no Electron. It has no start and no close. */
interface ParentPort {
  postMessage(message: string): void;
  on(name: "message" | "close", listen: (event: object) => void): unknown;
}

export function parentWire(): Wire {
  const parentPort = findParentPort(process);
  if (parentPort !== null) {
    return portWire({
      postMessage: (text) => parentPort.postMessage(text),
      on: (name, listen) => parentPort.on(name, listen),
      start: () => {},
      close: () => process.exit(),
    });
  }
  const inbox = makeInbox();
  process.on("message", (text) => {
    if (typeof text === "string") inbox.deliver(text);
  });
  // A child whose parent is gone has nobody to answer.
  process.once("disconnect", () => process.exit());
  return {
    onText: inbox.onText,
    onClose: inbox.onClose,
    send: (text) => void process.send?.(text),
    close: () => process.exit(),
  };
}

function findParentPort(self: object): ParentPort | null {
  return "parentPort" in self && typeof self.parentPort === "object" ? (self.parentPort as ParentPort | null) : null;
}
