/** The asking end of a wire. */
import { readMessage, writeMessage, type Message } from "./message.ts";
import type { QuestionMap } from "./questions.ts";
import { CONNECTION_LOST, Refused } from "./refusal.ts";
import type { Wire } from "./wire.ts";

export { Refused } from "./refusal.ts";

export interface Connection<Questions extends QuestionMap<Questions>, Events> {
  /**
   * Rejects with {@link Refused}: the other end's code and particulars, or `connection-lost`, after which nobody
   * knows whether the question was carried out. Rejects with NotJson for an argument that JSON would change.
   */
  ask<Method extends keyof Questions & string>(
    method: Method,
    argument: Questions[Method]["asks"],
  ): Promise<Questions[Method]["answers"]>;
  /** Returns the function that stops listening. */
  on<Name extends keyof Events & string>(name: Name, listener: (value: Events[Name]) => void): () => void;
  /** Called once, also where the wire is closed already. */
  onClose(listener: () => void): void;
  close(): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function connect<Questions extends QuestionMap<Questions>, Events>(wire: Wire): Connection<Questions, Events> {
  const pending = new Map<number, Pending>();
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  let isOpen = true;
  let lastId = 0;

  const take = (id: number): Pending | undefined => {
    const waiting = pending.get(id);
    pending.delete(id);
    return waiting;
  };

  const receive = (message: Message): void => {
    switch (message.kind) {
      case "answer":
        take(message.id)?.resolve(message.value);
        return;
      case "refuse":
        take(message.id)?.reject(new Refused(message.code, message.particulars));
        return;
      case "event":
        for (const listener of listeners.get(message.name) ?? []) listener(message.value);
        return;
      case "ask":
        wire.close();
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
    receive(message);
  });

  wire.onClose(() => {
    isOpen = false;
    for (const waiting of pending.values()) waiting.reject(new Refused(CONNECTION_LOST));
    pending.clear();
  });

  return {
    // Async, so that an argument the codec refuses rejects like every other failure of an ask.
    async ask<Method extends keyof Questions & string>(method: Method, argument: Questions[Method]["asks"]) {
      if (!isOpen) throw new Refused(CONNECTION_LOST);
      const id = ++lastId;
      const text = writeMessage({ kind: "ask", id, method, argument });
      return new Promise<Questions[Method]["answers"]>((resolve, reject) => {
        // The contract is the promise that the answer has this shape; the codec has proved that it is JSON.
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
        wire.send(text);
      });
    },
    on(name, listener) {
      const ofName = listeners.get(name) ?? new Set();
      listeners.set(name, ofName);
      const each = listener as (value: unknown) => void;
      ofName.add(each);
      return () => void ofName.delete(each);
    },
    onClose: (listener) => wire.onClose(listener),
    close: () => wire.close(),
  };
}
