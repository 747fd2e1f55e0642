import type { Verdict } from "#core/checks/check.ts";

/** A shape of its own for every verdict; the word beside it says the same. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  exact: "m2.5 7.5 3 3 6-7",
  within: "M1.8 5.2c1.7-1.7 3.3-1.7 5 0s3.3 1.7 5 0M1.8 9.4c1.7-1.7 3.3-1.7 5 0s3.3 1.7 5 0",
  outside: "m3 3 8 8M11 3l-8 8",
  "not-computable": "M4.6 4.6a2.5 2.5 0 1 1 3.6 2.5c-.8.4-1.2.9-1.2 1.7M7 11.6v.1",
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg
      className="verdict-mark"
      data-verdict={verdict}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth={verdict === "outside" ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={SHAPES[verdict]} />
    </svg>
  );
}
