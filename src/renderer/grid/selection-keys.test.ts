import { expect, test } from "vitest";
import { moveOf } from "./selection-keys.ts";

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ["ArrowDown", {}, { by: "cell", direction: "down" }],
  ["ArrowLeft", { ctrlKey: true }, { by: "edge", direction: "left" }],
  ["ArrowUp", { metaKey: true, shiftKey: true }, { by: "edge", direction: "up" }],
  ["Home", {}, { by: "home" }],
  ["End", { ctrlKey: true }, { by: "last" }],
  ["PageDown", { altKey: true }, { by: "page", direction: "right" }],
  // These belong to commands: back along the trail, the next sheet.
  ["ArrowLeft", { altKey: true }, null],
  ["PageDown", { ctrlKey: true }, null],
  ["a", {}, null],
] as const)("%s with %j", (key, held, move) => expect(moveOf({ ...NONE, ...held, key })).toEqual(move));
