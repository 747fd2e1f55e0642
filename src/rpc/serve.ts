/** The answering end of a wire: a table of functions, and events for whoever listens. */
import { readMessage, writeMessage, type Message } from "./message.ts";
import type { HandlerTable, QuestionMap } from "./questions.ts";
import { INTERNAL, NO_SUCH_METHOD, refusalIn, type Refusal } from "./refusal.ts";
import type { Wire } from "./wire.ts";

export type { HandlerTable } from "./questions.ts";

export interface Serving<Events> {
  /** Tells the other end something it did not ask for. Does nothing once the wire is closed. */
  tell<Name extends keyof Events & string>(name: Name, value: Events[Name]): void;
}

export interface ServeOptions {
  /** The refusal to send for a thrown error; null: a bug, sent as `internal` without its text. */
  readonly describeError?: (error: unknown) => Refusal | null;
  /** Every error that crossed as `internal`, with its text, for the log on this side. */
  readonly onBug?: (error: unknown, method: string) => void;
}

type Handler = (argument: unknown) => Promise<unknown>;

/** Answers every question that arrives on the wire. A text that is no message closes it: the other end is broken. */
export function serve<Questions extends QuestionMap<Questions>, Events>(
  wire: Wire,
  table: HandlerTable<Questions>,
  { describeError = refusalIn, onBug = () => {} }: ServeOptions = {},
): Serving<Events> {
  const handlers = new Map(Object.entries<Handler>(table));
  let isOpen = true;
  wire.onClose(() => {
    isOpen = false;
  });

  const send = (message: Parameters<typeof writeMessage>[0]): void => {
    const text = writeMessage(message);
    if (isOpen) wire.send(text);
  };

  const answer = async (id: number, method: string, argument: unknown): Promise<void> => {
    const handler = handlers.get(method);
    if (handler === undefined) {
      send({ kind: "refuse", id, code: NO_SUCH_METHOD, particulars: { method } });
      return;
    }
    try {
      // Sent inside the try: an answer that is not JSON is this side's bug, and the other end must still hear of it.
      send({ kind: "answer", id, value: await handler(argument) });
    } catch (error) {
      const refusal = describeError(error);
      if (refusal === null) onBug(error, method);
      send({ kind: "refuse", id, ...(refusal ?? { code: INTERNAL, particulars: {} }) });
    }
  };

  wire.onText((text) => {
    let message: Message;
    try {
      message = readMessage(text);
    } catch {
      wire.close();
      return;
    }
    if (message.kind !== "ask") {
      wire.close();
      return;
    }
    void answer(message.id, message.method, message.argument);
  });

  return { tell: (name, value) => send({ kind: "event", name, value }) };
}
