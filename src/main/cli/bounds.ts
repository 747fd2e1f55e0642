/** The interval that a figure can lie in, as scripts read it. */

/** An end is null where there is none: something is divided by what may be zero. JSON has no infinity. */
export const boundsOf = ({ low, high }: { readonly low: number | null; readonly high: number | null }) => ({
  low: bound(low),
  high: bound(high),
});

const bound = (end: number | null): number | null => (end !== null && Number.isFinite(end) ? end : null);
