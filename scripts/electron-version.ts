/** Item 16 of Electron's checklist: `node scripts/electron-version.ts NEWEST` refuses an Electron that is no longer mended. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run-node.ts";

/** Electron mends its three newest majors. */
const MENDED_MAJORS = 3;

/** What is wrong with the version that is asked for, given the newest there is; null: nothing. */
export function objectionToVersion(wanted: string, newest: string): string | null {
  if (!/^\d+\.\d+\.\d+$/u.test(wanted)) return `${wanted} is not one version: it must be exact.`;
  const behind = Number.parseInt(newest, 10) - Number.parseInt(wanted, 10);
  return behind < MENDED_MAJORS
    ? null
    : `Electron ${wanted} is ${behind} majors behind ${newest}, and no longer mended.`;
}

/** The version that package.json asks for. */
export function wantedElectron(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly devDependencies: { readonly electron: string };
  };
  return devDependencies.electron;
}

if (import.meta.main) {
  const objection = objectionToVersion(wantedElectron(), process.argv[2] ?? "");
  console.log(objection ?? `Electron ${wantedElectron()} is mended.`);
  process.exitCode = objection === null ? 0 : 1;
}
