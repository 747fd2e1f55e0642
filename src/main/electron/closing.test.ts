/** What closing asks, and when, of a book whose file can be brought up to date or cannot. */
import { EventEmitter } from "node:events";
import type { BrowserWindow } from "electron";
import { beforeEach, expect, test, vi } from "vitest";
import type { Handlers } from "#handlers/index.ts";
import { publishBeforeClosing } from "./closing.ts";

type Answer = (given: { readonly response: number }) => void;

const asked = vi.hoisted(() => ({ options: [] as object[], answers: [] as Answer[] }));

vi.mock("electron", () => ({
  app: {},
  dialog: {
    showMessageBox: (_window: unknown, options: object) => {
      asked.options.push(options);
      return new Promise((answer: Answer) => asked.answers.push(answer));
    },
  },
}));

const [KEEP_OPEN, CLOSE] = [0, 1];

class Window extends EventEmitter {
  isClosed = false;
  close(): void {
    let isPrevented = false;
    this.emit("close", { preventDefault: () => (isPrevented = true) });
    this.isClosed ||= !isPrevented;
  }
}

let window = new Window();
let isWritable = false;

beforeEach(() => {
  asked.options = [];
  asked.answers = [];
  isWritable = false;
  window = new Window();
  const handlers = {
    publish: () =>
      isWritable ? { at: "file" } : { at: "failed", path: "/books/acme.kessan", what: "changed-elsewhere" },
    table: { "settings.read": async () => ({ language: "en" }) },
  };
  publishBeforeClosing(window as unknown as BrowserWindow, handlers as unknown as Handlers);
});

/** Closes the window as a person does, and waits for the question. */
async function closeAndBeAsked(times: number): Promise<void> {
  window.close();
  await vi.waitFor(() => expect(asked.options).toHaveLength(times));
}

/** Answers the question that is on screen, and lets what follows from it happen. */
async function answer(response: number): Promise<void> {
  asked.answers.at(-1)?.({ response });
  await new Promise(setImmediate);
}

test("a book that is up to date closes at once", () => {
  isWritable = true;
  window.close();
  expect([window.isClosed, asked.options]).toEqual([true, []]);
});

test("of one that cannot be, it is asked, and Enter and Escape keep it open", async () => {
  await closeAndBeAsked(1);
  expect(window.isClosed).toBe(false);
  expect(asked.options).toEqual([
    expect.objectContaining({ buttons: ["Keep open", "Close"], defaultId: KEEP_OPEN, cancelId: KEEP_OPEN }),
  ]);
  expect(JSON.stringify(asked.options)).toContain("/books/acme.kessan");
});

test("kept open it stays, and is asked of again the next time", async () => {
  await closeAndBeAsked(1);
  await answer(KEEP_OPEN);
  expect(window.isClosed).toBe(false);
  await closeAndBeAsked(2);
});

test("closed it closes, and nothing is asked again", async () => {
  await closeAndBeAsked(1);
  await answer(CLOSE);
  expect([window.isClosed, asked.options.length]).toEqual([true, 1]);
});

test("while the question is on screen it is not asked twice, and the window stays", async () => {
  await closeAndBeAsked(1);
  window.close();
  await new Promise(setImmediate);
  expect([window.isClosed, asked.options.length]).toEqual([false, 1]);
});
