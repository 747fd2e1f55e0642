/** The floor: a plain loop over typed arrays that computes exactly the same cells and knows nothing else. */
import type { Contender } from "./contender.ts";
import { EDITED } from "./contender.ts";
import type { Size } from "./model.ts";
import { GROUP, amountAt } from "./model.ts";

export function floorOf(size: Size): Contender {
  const { inputs, quarters } = size;
  const groups = Math.ceil(inputs / GROUP);
  const columns = (count: number): Float64Array => new Float64Array(count * quarters);
  const fill = (): Float64Array => {
    const values = columns(inputs);
    for (let input = 0; input < inputs; input += 1)
      for (let quarter = 0; quarter < quarters; quarter += 1)
        values[input * quarters + quarter] = amountAt(input, quarter);
    return values;
  };
  const subtotal = columns(groups);
  const computed = { share: columns(inputs), yoy: columns(inputs), qoq: columns(inputs), ttm: columns(inputs) };
  const half = columns(inputs);
  const year = columns(inputs);
  const get = (values: Float64Array, at: number): number => values[at] ?? Number.NaN;

  function calculate(values: Float64Array): number {
    let sum = 0;
    subtotal.fill(0);
    for (let input = 0; input < inputs; input += 1) {
      const group = Math.floor(input / GROUP) * quarters;
      for (let quarter = 0; quarter < quarters; quarter += 1)
        subtotal[group + quarter] = get(subtotal, group + quarter) + get(values, input * quarters + quarter);
    }
    for (let at = 0; at < groups * quarters; at += 1) sum += get(subtotal, at);
    for (let input = 0; input < inputs; input += 1) {
      const row = input * quarters;
      for (let quarter = 0; quarter < quarters; quarter += 1) {
        const at = row + quarter;
        const value = get(values, at);
        sum += computed.share[at] = value / get(subtotal, quarter);
        if (quarter >= 4) sum += computed.yoy[at] = value / get(values, at - 4) - 1;
        if (quarter >= 1) sum += computed.qoq[at] = value / get(values, at - 1) - 1;
        if (quarter >= 3)
          sum += computed.ttm[at] = value + get(values, at - 1) + get(values, at - 2) + get(values, at - 3);
        if (quarter % 2 === 1) sum += half[at] = value + get(values, at - 1);
        if (quarter % 4 === 3)
          sum += year[at] = value + get(values, at - 1) + get(values, at - 2) + get(values, at - 3);
      }
    }
    return sum;
  }

  function dependents(values: Float64Array): number {
    const { input } = EDITED;
    const quarter = EDITED.quarter(size);
    const row = input * quarters;
    const at = (offset: number): number => get(values, row + quarter + offset);
    const group = Math.floor(input / GROUP);
    let total = 0;
    let revenue = 0;
    for (let member = 0; member < GROUP; member += 1) {
      if (group * GROUP + member < inputs) total += get(values, (group * GROUP + member) * quarters + quarter);
      if (member < inputs) revenue += get(values, member * quarters + quarter);
    }
    let sum = total + at(0) / revenue;
    for (const later of [0, 4])
      if (quarter + later < quarters && quarter + later >= 4) sum += at(later) / at(later - 4) - 1;
    for (const later of [0, 1])
      if (quarter + later < quarters && quarter + later >= 1) sum += at(later) / at(later - 1) - 1;
    for (const later of [0, 1, 2, 3])
      if (quarter + later < quarters && quarter + later >= 3)
        sum += at(later) + at(later - 1) + at(later - 2) + at(later - 3);
    const half = quarter - (quarter % 2);
    if (half + 2 <= quarters) sum += get(values, row + half) + get(values, row + half + 1);
    const year = quarter - (quarter % 4);
    if (year + 4 <= quarters) for (let each = 0; each < 4; each += 1) sum += get(values, row + year + each);
    return sum;
  }

  const values = fill();
  return {
    name: "floor",
    load: () => calculate(fill()),
    recalculate: () => calculate(values),
    edit: (value) => {
      const at = EDITED.input * quarters + EDITED.quarter(size);
      const before = get(values, at);
      values[at] = value;
      const sum = dependents(values);
      values[at] = before;
      return sum;
    },
  };
}
