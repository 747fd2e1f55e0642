import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closeAxis, extentOfValues, levelAxes, roundStep, type AxisScale } from "./axes.ts";

const zeroHeight = ({ min, max }: AxisScale): number => (0 - min) / (max - min);

const amount = fc
  .double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true })
  .filter((x) => x === 0 || Math.abs(x) > 1e-6);
const extent = fc.tuple(amount, amount).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

describe("two axes", () => {
  test("have their zeros at one height, hold every value and share their grid lines", () => {
    fc.assert(
      fc.property(extent, extent, (left, right) => {
        const [first, second] = levelAxes([left, right]);
        if (first == null || second == null) throw new Error("both axes have values");
        expect(zeroHeight(first)).toBeCloseTo(zeroHeight(second), 9);
        expect(Math.round((first.max - first.min) / first.interval)).toBe(
          Math.round((second.max - second.min) / second.interval),
        );
        for (const [scale, values] of [
          [first, left],
          [second, right],
        ] as const) {
          expect(scale.min).toBeLessThanOrEqual(values.min + Math.abs(values.min) * 1e-8);
          expect(scale.max).toBeGreaterThanOrEqual(values.max - Math.abs(values.max) * 1e-8);
        }
      }),
    );
  });

  test("the deck's revenue and gross margin share their lines from zero", () => {
    expect(
      levelAxes([
        { min: 8_675, max: 16_133 },
        { min: 0.142, max: 0.187 },
      ]),
    ).toEqual([
      { min: 0, max: 20_000, interval: 5_000 },
      { min: 0, max: 0.2, interval: 0.05 },
    ]);
  });

  test("a loss on one side lowers both zeros", () => {
    const [amounts, margins] = levelAxes([
      { min: -238, max: 811 },
      { min: 0.01, max: 0.058 },
    ]);
    expect(amounts?.min).toBeLessThan(0);
    expect(margins?.min).toBeLessThan(0);
  });

  test("an axis without values stays without a scale", () => {
    expect(levelAxes([null, { min: 1, max: 2 }])[0]).toBeNull();
    expect(levelAxes([null, null])).toEqual([null, null]);
  });

  test("zeros alone get a plain scale without a minus zero", () => {
    const [scale] = levelAxes([{ min: 0, max: 0 }]);
    expect(Object.is(scale?.min, -0)).toBe(false);
    expect(scale?.max).toBeGreaterThan(0);
  });
});

test("steps are round", () => {
  expect([0.3 / 3, 2.4, 2501, 0.07, 7, 1].map((step) => roundStep(step))).toEqual([0.1, 2.5, 5000, 0.1, 10, 1]);
});

test("lines alone fill their axis", () => {
  const scale = closeAxis({ min: 0.174, max: 0.189 });
  expect(scale.min).toBeGreaterThan(0.15);
  expect(scale.max).toBeLessThan(0.2);
  expect(closeAxis({ min: 5, max: 5 })).toMatchObject({ interval: 2 });
});

test("gaps have no extent", () => {
  expect(extentOfValues([null, 3, null, -1])).toEqual({ min: -1, max: 3 });
  expect(extentOfValues([null])).toBeNull();
});
