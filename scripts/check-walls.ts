/**
 * Proves that the walls hold: builds an empty copy of the house with the real settings, sees that
 * everything allowed passes, then plants what is forbidden and expects the compiler and the linter to
 * refuse every single one. A wall that nobody tests is a wall that prints zero errors and stands open.
 *
 * The copy lives in the system's folder for temporary files, so nothing is ever planted in `src`.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT, runNode } from "./run-node.ts";
import { allowedIn, FOLDERS, LAUNCHER, PLANTS, type Guard, type Plant } from "./wall-plants.ts";

const PREFIX = "kessan-walls-";
const SETTINGS = ["package.json", "oxlint.config.ts", "tsconfig.base.json"];

/** What a guard refused: files by the compiler, `file: rule` by the linter. */
type Refusals = ReadonlySet<string>;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process cannot be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Removes the copies that a killed run could not remove itself. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (!isRunning(Number.parseInt(name.slice(PREFIX.length), 10))) rmSync(join(tmpdir(), name), { recursive: true });
  }
}

function write(house: string, path: string, code: string): void {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}

function buildHouse(): string {
  const house = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  process.once("exit", () => rmSync(house, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

  for (const file of SETTINGS) cpSync(join(ROOT, file), join(house, file));
  // Each package is linked by itself: the compiler's cache beside them must be the copy's own.
  mkdirSync(join(house, "node_modules"));
  for (const name of readdirSync(join(ROOT, "node_modules")).filter((entry) => !entry.startsWith(".")))
    symlinkSync(join(ROOT, "node_modules", name), join(house, "node_modules", name), "junction");
  for (const folder of FOLDERS) {
    mkdirSync(join(house, "src", folder), { recursive: true });
    cpSync(join(ROOT, "src", folder, "tsconfig.json"), join(house, "src", folder, "tsconfig.json"));
    const room = `export interface Room {\n  readonly of: "${folder}";\n}\nexport const room: Room = { of: "${folder}" };\n`;
    write(house, `src/${folder}/room.ts`, room);
    if (folder === "main/child") for (const file of LAUNCHER) write(house, `src/${folder}/${file}`, room);
    write(house, `src/${folder}/allowed.ts`, allowedIn(folder));
  }
  return house;
}

/** The compiler's errors; not TS6305, which only says that another folder has some. */
async function askCompiler(house: string): Promise<Refusals> {
  const folders = FOLDERS.map((folder) => `src/${folder}`);
  const { output } = await runNode(["node_modules/typescript/bin/tsc", "-b", ...folders], { cwd: house });
  const errors = [...output.matchAll(/^(?<file>[^\s(]+)\(\d+,\d+\): error (?<code>TS\d+)/gm)];
  return new Set(
    errors.filter(({ groups }) => groups?.["code"] !== "TS6305").map(({ groups }) => groups?.["file"] ?? ""),
  );
}

async function askLinter(house: string): Promise<Refusals> {
  const { output } = await runNode(["node_modules/oxlint/bin/oxlint", "-f", "unix", "src"], { cwd: house });
  const errors = [...output.matchAll(/^(?<file>[^\s:]+):\d+:\d+: .* \[Error\/(?<rule>\S+)\]$/gm)];
  // On Windows the linter prints paths with backslashes.
  return new Set(errors.map(({ groups }) => `${groups?.["file"]?.replaceAll("\\", "/")}: ${groups?.["rule"]}`));
}

const pathOf = (plant: Plant): string => `src/${plant.folder}/${plant.file}`;
const isHeldBy = (guard: Guard) => (plant: Plant) => plant.guards.includes(guard);

async function checkWalls(house: string): Promise<boolean> {
  const unwanted = [...(await askCompiler(house)), ...(await askLinter(house))];
  if (unwanted.length > 0) {
    console.log(`✗ what the house allows is refused, so no refusal proves anything:\n  ${unwanted.join("\n  ")}`);
    return false;
  }
  // The compiler's plants first and alone: it would spend seconds on the types of every planted package.
  for (const plant of PLANTS.filter(isHeldBy("types"))) write(house, pathOf(plant), plant.code);
  const byCompiler = await askCompiler(house);
  for (const plant of PLANTS) write(house, pathOf(plant), plant.code);
  const byLinter = await askLinter(house);

  const gotThrough = (plant: Plant): string[] => [
    ...(isHeldBy("types")(plant) && !byCompiler.has(pathOf(plant)) ? [`${plant.what} (types)`] : []),
    ...(isHeldBy("lint")(plant) && !byLinter.has(`${pathOf(plant)}: ${plant.rule}`) ? [`${plant.what} (lint)`] : []),
  ];
  let holds = true;
  for (const folder of new Set(PLANTS.map((plant) => plant.folder))) {
    const plants = PLANTS.filter((plant) => plant.folder === folder);
    const through = plants.flatMap(gotThrough);
    const verdict = through.length === 0 ? `refuses ${plants.length}` : `let through: ${through.join(", ")}`;
    console.log(`${through.length === 0 ? "✓" : "✗"} ${folder.padEnd(13)} ${verdict}`);
    holds &&= through.length === 0;
  }
  return holds;
}

removeLeftovers();
process.exitCode = (await checkWalls(buildHouse())) ? 0 : 1;
