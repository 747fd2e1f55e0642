/** Starting the tools: always with the Node that runs this script, so that no PATH decides which one. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "..");

export interface Ended {
  /** 1 where a signal ended it or it could not be started. */
  readonly exitCode: number;
  /** What it printed, on both streams in the order of arrival; empty where it printed to ours. */
  readonly output: string;
}

/**
 * Runs a script of this project, named from its root, and waits for its end. Never throws: what cannot
 * be started has ended with 1, and says why.
 */
export function runNode(
  args: readonly string[],
  { cwd = ROOT, prints = "kept" }: { readonly cwd?: string; readonly prints?: "kept" | "here" } = {},
): Promise<Ended> {
  const [script = "", ...rest] = args;
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(ROOT, script), ...rest], {
      cwd,
      stdio: prints === "here" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (text: string): void => {
      output += text;
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    child.once("error", (error) => done({ exitCode: 1, output: `${output}${error.message}\n` }));
    child.once("close", (code, signal) => {
      const ending = signal === null ? "" : `ended by ${signal}\n`;
      done({ exitCode: code ?? 1, output: output + ending });
    });
  });
}
