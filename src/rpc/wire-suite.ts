/** What must hold over every wire: a test file calls it once per kind of wire. */
import { afterEach, describe, expect, test } from "vitest";
import { NotJson } from "./codec.ts";
import { connect, Refused, type Connection } from "./connect.ts";
import { serve, type HandlerTable, type Serving } from "./serve.ts";
import type { Wire } from "./wire.ts";

interface Questions {
  echo: { asks: unknown; answers: unknown };
  later: { asks: number; answers: number };
  never: { asks: null; answers: null };
  refuse: { asks: null; answers: null };
  fail: { asks: null; answers: null };
  nothing: { asks: null; answers: unknown };
}

interface Events {
  counted: number;
  other: string;
}

class UnknownLine extends Error {
  readonly code = "unknown-line";
  readonly particulars = { line: "売上高" };
}

/** Both ends of an open wire, and what takes the rest of it down. */
export interface OpenWire {
  readonly near: Wire;
  readonly far: Wire;
  release?(): Promise<void> | void;
}

/** Large enough to arrive in several pieces where the pipe has pieces. */
const LONG_TEXT = "四半期".repeat(100_000);

export function describeWire(kind: string, open: () => Promise<OpenWire> | OpenWire): void {
  describe(`a wire: ${kind}`, () => {
    const opened: OpenWire[] = [];

    async function start(): Promise<{
      asking: Connection<Questions, Events>;
      serving: Serving<Events>;
      wires: OpenWire;
      bugs: string[];
      answerLater: (() => void)[];
    }> {
      const wires = await open();
      opened.push(wires);
      const bugs: string[] = [];
      const answerLater: (() => void)[] = [];
      const table: HandlerTable<Questions> = {
        echo: async (argument) => argument,
        later: (value) => new Promise((resolve) => answerLater.push(() => resolve(value))),
        never: () => new Promise(() => {}),
        refuse: async () => {
          throw new UnknownLine("a text that stays here");
        },
        fail: async () => {
          throw new RangeError("a text that stays here");
        },
        nothing: async () => undefined,
      };
      const serving = serve<Questions, Events>(wires.far, table, {
        onBug: (error, method) => bugs.push(`${method}: ${String(error)}`),
      });
      const asking = connect<Questions, Events>(wires.near);
      return { asking, serving, wires, bugs, answerLater };
    }

    afterEach(async () => {
      for (const wires of opened.splice(0)) {
        wires.near.close();
        await wires.release?.();
      }
    });

    test("an answer is the value that was sent", async () => {
      const { asking } = await start();
      const value = { rows: [1, -0.5, null, true, "△1,234 千円"], long: LONG_TEXT };
      expect(await asking.ask("echo", value)).toEqual(value);
    });

    test("answers find their questions in any order", async () => {
      const { asking, answerLater } = await start();
      const answers = Promise.all([1, 2, 3].map((value) => asking.ask("later", value)));
      await expect.poll(() => answerLater.length).toBe(3);
      for (const answer of answerLater.toReversed()) answer();
      expect(await answers).toEqual([1, 2, 3]);
    });

    test("a refusal crosses with its code and particulars", async () => {
      const { asking, bugs } = await start();
      const error = await asking.ask("refuse", null).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Refused);
      expect(error).toMatchObject({ code: "unknown-line", particulars: { line: "売上高" }, message: "unknown-line" });
      expect(bugs).toEqual([]);
    });

    test("a bug crosses as internal, and its text stays behind", async () => {
      const { asking, bugs } = await start();
      const error = await asking.ask("fail", null).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "internal", message: "internal" });
      expect(error).toHaveProperty("particulars", {});
      expect(bugs).toEqual(["fail: RangeError: a text that stays here"]);
    });

    test.each(["absent", "constructor", "toString", "__proto__"])("%s is no method", async (method) => {
      const { asking } = await start();
      const error = await asking.ask(method as "echo", null).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: "no-such-method", particulars: { method } });
    });

    test("an argument that JSON would change is not sent", async () => {
      const { asking } = await start();
      await expect(asking.ask("echo", { value: Number.NaN })).rejects.toThrow(NotJson);
      expect(await asking.ask("echo", "still open")).toBe("still open");
    });

    test("an answer that JSON would change is a bug", async () => {
      const { asking, bugs } = await start();
      await expect(asking.ask("nothing", null)).rejects.toMatchObject({ code: "internal" });
      expect(bugs).toHaveLength(1);
    });

    test("events arrive in order, to those who listen", async () => {
      const { asking, serving } = await start();
      const heard: unknown[] = [];
      const stop = asking.on("counted", (count) => heard.push(count));
      asking.on("counted", (count) => heard.push(`also ${count}`));
      serving.tell("counted", 1);
      serving.tell("other", "nobody listens");
      await asking.ask("echo", null);
      stop();
      serving.tell("counted", 2);
      await asking.ask("echo", null);
      expect(heard).toEqual([1, "also 1", "also 2"]);
    });

    test.each(["near", "far"] as const)("when the %s end closes, questions are refused as lost", async (end) => {
      const { asking, serving, wires } = await start();
      let closes = 0;
      asking.onClose(() => closes++);
      const farClosed = new Promise<void>((resolve) => wires.far.onClose(resolve));
      const pending = asking.ask("never", null);
      wires[end].close();
      await expect(pending).rejects.toMatchObject({ code: "connection-lost" });
      await expect(asking.ask("echo", 1)).rejects.toMatchObject({ code: "connection-lost" });
      await farClosed;
      serving.tell("counted", 1);
      wires.near.close();
      expect(closes).toBe(1);
      asking.onClose(() => closes++);
      expect(closes).toBe(2);
    });

    test("what was sent before the close arrives before it", async () => {
      const { near, far } = await open();
      const seen: string[] = [];
      near.onText((text) => seen.push(text));
      const closed = new Promise<void>((resolve) => near.onClose(resolve));
      far.send("last words");
      far.close();
      await closed;
      expect(seen).toEqual(["last words"]);
    });

    test.each([
      ["no JSON", "{"],
      ["no message", "[]"],
      ["an answer, which nobody gives to the serving end", '{"kind":"answer","id":1,"value":1}'],
      ["a question without an argument", '{"kind":"ask","id":1,"method":"echo"}'],
      ["an id that is no number", '{"kind":"ask","id":"1","method":"echo","argument":1}'],
    ])("the serving end hangs up on %s", async (_, text) => {
      const { wires } = await start();
      const closed = new Promise<void>((resolve) => wires.near.onClose(resolve));
      wires.near.send(text);
      await closed;
    });

    test("the asking end hangs up on a question", async () => {
      const { wires } = await start();
      const closed = new Promise<void>((resolve) => wires.far.onClose(resolve));
      wires.far.send('{"kind":"ask","id":1,"method":"echo","argument":1}');
      await closed;
    });

    test("an answer to nothing, or the same answer twice, is ignored", async () => {
      const { asking, wires } = await start();
      wires.far.send('{"kind":"answer","id":7,"value":1}');
      wires.far.send('{"kind":"refuse","id":7,"code":"x","particulars":{}}');
      expect(await asking.ask("echo", 2)).toBe(2);
    });
  });
}
