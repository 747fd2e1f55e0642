import { makeInbox, type Inbox } from "./inbox.ts";
import type { Wire } from "./wire.ts";

/**
 * Two wires, end to end, inside one process. What is sent into one comes out of the other, in order, and
 * never within the call of `send`: code that works here works over a pipe that takes its time.
 */
export function wirePair(): readonly [Wire, Wire] {
  const left = makeInbox();
  const right = makeInbox();
  return [wireBetween(left, right), wireBetween(right, left)];
}

/** What waits for it runs after the current call, in order. */
const soon = Promise.resolve();

function wireBetween(own: Inbox, other: Inbox): Wire {
  return {
    onText: own.onText,
    onClose: own.onClose,
    send(text) {
      if (own.isOpen()) void soon.then(() => other.deliver(text));
    },
    close() {
      own.end();
      // Behind the texts that were sent before it.
      void soon.then(() => other.end());
    },
  };
}
