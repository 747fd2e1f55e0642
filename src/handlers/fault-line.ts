/** Faults as one line for a terminal: what happened, what was kept, what to do. */
import type { Fault, FaultCode } from "#core/faults.ts";

type Particulars = Readonly<Record<string, string>>;

const LINES: { readonly [Code in FaultCode]: (particulars: Particulars) => string } = {
  "book-not-found": ({ path }) => `there is no book at ${path}; make one with: new or sample`,
  "book-is-not-one": ({ path }) => `${path} is not a Kessan book; it was left as it is`,
  "book-is-newer": ({ path }) =>
    `${path} was written by a newer Kessan; it was left as it is: update Kessan to open it`,
  "book-is-damaged": ({ path, check = "" }) =>
    `${path} is damaged${check && ` (${check})`}; it was left as it is: restore a backup`,
  "book-in-use": ({ path, pid = "" }) =>
    `${path} is open in another Kessan${pid && ` (process ${pid})`}; close it there, nothing was changed`,
  "book-is-elsewhere": ({ path }) => `${path} is no file on this machine; nothing was opened`,
  "book-exists": ({ path }) => `${path} is there already; it was left as it is: choose another name`,
  "book-read-only": ({ path }) => `${path} cannot be written; nothing was changed: copy it elsewhere to edit`,
  "book-changed-elsewhere": ({ path, kept = "" }) =>
    `${path} was changed by another program and left as it is; the edits are in ${kept || "the private copy"}`,
  "disk-full": ({ path = "the disk" }) =>
    `the disk of ${path} is full; free some space and try again, edits already made are kept`,
  "cannot-write": ({ path, cause = "" }) =>
    `${path} cannot be written${cause && ` (${cause})`}; what was there is unchanged`,
  "folder-missing": ({ path }) => `the folder of ${path} is not there; make it first`,
  "unknown-company": ({ company, known }) =>
    company
      ? `the book has no company ${company}${known ? `; it has ${known}` : ""}`
      : `the book has several companies; choose with --company${known ? `: ${known}` : ""}`,
  "unknown-line": ({ line }) => `the book has no line ${line}; see: lines BOOK`,
  "unknown-period": ({ period = "", problem }) =>
    problem === "not-this-year-end"
      ? `${period} does not end in the company's year-end month`
      : `${period} is not a period; write 2Q06, 1H06, 9M06, FY2006 or LTM 2Q06`,
  "unknown-source": ({ source, known }) => `the book has no source ${source}${known ? `; it has ${known}` : ""}`,
  "bad-amount": ({ text, problem = "", unit }) =>
    `${text} was not entered: ${AMOUNT_PROBLEMS[problem] ?? "it is not a figure"} (the line is in ${unit})`,
  "bad-change": ({ row = "", why = "" }) =>
    `the change does not fit the book (${row}: ${why.replaceAll("-", " ")}); nothing was changed`,
  "year-end-has-figures": () =>
    "the year-end cannot be changed: the figures are counted from it and would move to other months; nothing was changed: start a new company for the years after the change",
  "quarter-locked": ({ period, reason = "" }) =>
    `${period} is locked${reason && ` (${reason})`} and its figures are closed; nothing was changed: unlock the quarter in the window first`,
  "bad-formula": ({ what, at }) => `the expression cannot be used: ${what} (at character ${at})`,
  "bad-argument": ({ method, where }) => `${method} was asked in a form it does not take${where ? ` (${where})` : ""}`,
  "not-published": ({ path, what = "" }) =>
    what === "changed-elsewhere"
      ? `another program changed the book's file, which was left as it is; the change is in ${path}`
      : `the change is kept, but ${path} could not be brought up to date (${what.replaceAll("-", " ")}); mend that and run any command on the book`,
  "nothing-to-do": ({ way }) => `there is nothing to ${way}`,
  "job-failed": ({ job, cause = "" }) =>
    `${job} did not finish${cause && ` (${cause})`}; the book is unchanged, try again`,
  "no-such-method": ({ method }) => `there is no ${method}`,
  internal: () => "something went wrong inside Kessan; the book is as it was",
};

const AMOUNT_PROBLEMS: Readonly<Record<string, string>> = {
  "not-a-number": "it is not a figure",
  grouping: "its commas or spaces do not group by three",
  points: "it has more than one decimal point",
  sign: "it has two signs, or a parenthesis that is not closed",
  percent: "it is a percentage",
  unit: "its unit does not fit",
  "too-long": "it has more digits than can be held exactly",
};

export const faultLine = (fault: Fault): string => LINES[fault.code](fault.particulars);
