/**
 * One instance for a folder of user data: the first holds a file with its process number, a second one leaves its
 * arguments beside it. Files, because Electron answers at once and so must this.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Second {
  readonly argv: readonly string[];
  readonly workingFolder: string;
}

/** False: another one has it, and was told of this one. */
export function holdInstance(
  userData: string,
  tell: (argv: readonly string[], workingFolder: string) => void,
): boolean {
  const folder = join(userData, "electron-stand-in");
  mkdirSync(folder, { recursive: true });
  const owner = join(folder, "owner");
  if (isAlive(readNumber(owner))) {
    const second: Second = { argv: process.argv, workingFolder: process.cwd() };
    writeFileSync(join(folder, `second-${process.pid}`), JSON.stringify(second));
    return false;
  }
  writeFileSync(owner, String(process.pid));
  process.once("exit", () => rmSync(owner, { force: true }));
  watch(folder, { persistent: false }, () => {
    for (const name of readdirSync(folder).filter((each) => each.startsWith("second-"))) {
      const second = readSecond(join(folder, name));
      if (second === null) continue;
      rmSync(join(folder, name));
      tell(second.argv, second.workingFolder);
    }
  });
  return true;
}

/** Null: it is still being written; the watch tells of its end. */
function readSecond(path: string): Second | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Second;
  } catch {
    return null;
  }
}

function readNumber(path: string): number {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return 0;
  }
}

/** One that was killed left its file behind. */
function isAlive(pid: number): boolean {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
