import { describe, expect, test } from "vitest";
import { decode, encode, NotJson } from "./codec.ts";

class Amount {
  readonly mantissa = 183;
}

function nested(levels: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

const withHole = [1];
withHole[2] = 3;
const hidden = Object.defineProperty({ seen: 1 }, "hidden", { value: 2, enumerable: false });
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;

describe("what JSON would change is refused", () => {
  test.each<[string, unknown, RegExp]>([
    ["a missing member", { line: "sales", value: undefined }, /^value\.value is undefined/],
    ["nothing at all", undefined, /^value is undefined/],
    ["a hole in an array", withHole, /^value\[1\] is undefined/],
    ["NaN, with the way to it", { rows: [{ value: Number.NaN }] }, /^value\.rows\[0\]\.value is NaN/],
    ["infinity", Number.POSITIVE_INFINITY, /is Infinity/],
    ["minus infinity", [Number.NEGATIVE_INFINITY], /is -Infinity/],
    ["minus zero", { value: -0 }, /is -0/],
    ["a bigint", 1n, /is a bigint/],
    ["a date", { published: new Date(0) }, /^value\.published is a Date/],
    ["a map", new Map(), /is a Map/],
    ["a set", new Set(), /is a Set/],
    ["bytes", new Uint8Array(1), /is a Uint8Array/],
    ["a class instance", new Amount(), /is a Amount/],
    ["a function", { toJSON: () => 1 }, /^value\.toJSON is a function/],
    ["a symbol", Symbol("x"), /is a symbol/],
    ["a member named by a symbol", { [Symbol("x")]: 1 }, /JSON would skip/],
    ["a hidden member", hidden, /JSON would skip/],
    ["an array with named members", Object.assign([1], { total: 1 }), /named members/],
    ["a member named __proto__", JSON.parse('{"__proto__":{}}'), /__proto__/],
    ["a cycle", cyclic, /deeper than 64/],
    ["depth 65", nested(65), /deeper than 64/],
  ])("%s", (_, value, message) => {
    expect(() => encode(value)).toThrow(NotJson);
    expect(() => encode(value)).toThrow(message);
  });
});

describe("what is read is what could have been written", () => {
  test.each([
    ["broken JSON", "{"],
    ["no text", ""],
    ["a member named __proto__", '{"a":{"__proto__":{"isAdmin":true}}}'],
    ["minus zero", "[-0]"],
    ["a number beyond the doubles", "1e999"],
    ["depth 65", JSON.stringify(nested(65))],
    ["depth that would exhaust the stack", "[".repeat(4_000) + "]".repeat(4_000)],
  ])("%s", (_, text) => {
    expect(() => decode(text)).toThrow(NotJson);
  });
});

test.each([
  [null],
  [true],
  [0],
  [-12_437],
  [0.174_1],
  [Number.MAX_SAFE_INTEGER],
  [5e-324],
  [""],
  ["決算 △1,234 \u2028 \ud83d\ude00 \ud83d"],
  [[]],
  [{}],
  [{ constructor: null, toString: "x", "": [[], {}, [null]] }],
  [Object.assign(Object.create(null), { a: 1 })],
  [nested(64)],
])("%j survives", (value) => {
  expect(decode(encode(value))).toEqual(value);
});
