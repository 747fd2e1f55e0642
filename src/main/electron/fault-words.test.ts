import { expect, test } from "vitest";
import { Fault } from "#core/faults.ts";
import { whyNotOpened } from "./fault-words.ts";

const PATH = "/books/acme.kessan";

test("a book that was not opened is named, in the language of the window", () => {
  const missing = new Fault("book-not-found", { path: PATH });
  expect(whyNotOpened(missing, "en")).toBe(`${PATH} is not there. Was it moved, or given another name?`);
  expect(whyNotOpened(missing, "ja")).toBe(`${PATH} がありません。移動や名前の変更がなかったか確認してください。`);
});

test.each([new Error(`ENOENT ${PATH}`), new Fault("bad-argument", { method: "books.open", where: "$" }), "text"])(
  "%s is told as one inside, without its text",
  (error) => {
    expect(whyNotOpened(error, "en")).toBe("Something went wrong inside Kessan. No book was changed.");
    expect(whyNotOpened(error, "ja")).toBe("Kessan の内部で問題が起きました。ブックは変更されていません。");
  },
);
