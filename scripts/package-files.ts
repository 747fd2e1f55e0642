/**
 * What goes into the app, file by file, and nothing else: what was built, what it reads, and better-sqlite3 with the
 * one binary it needs. Everything else the built files need is built into them.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run-node.ts";

/** The system the app is for, as Node names it. */
interface Target {
  readonly platform: string;
  readonly arch: string;
}

/** Built into out/; better-sqlite3 alone has a native part and stays beside it. */
const NATIVE = "node_modules/better-sqlite3";
const FOLDERS = ["out/main", "out/preload", "out/renderer", "resources", `${NATIVE}/lib`];
const FILES = ["LICENSE", `${NATIVE}/package.json`, `${NATIVE}/LICENSE`];

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly author: string;
  readonly type: string;
  readonly main: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface PackageLock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly optional?: boolean; readonly devOptional?: boolean }>
  >;
}

const readPackage = (): PackageJson => JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as PackageJson;

/** The files as they lie in the project, by their paths from its root. @throws where the project is not built */
function packagedFiles({ platform, arch }: Target): string[] {
  const binary = `${NATIVE}/prebuilds/${platform}-${arch}.node`;
  const missing = [...FOLDERS, ...FILES, binary].find((path) => !existsSync(join(ROOT, path)));
  if (missing !== undefined) throw new Error(`${missing} is not there: npm ci, then npm run build.`);
  return [...FOLDERS.flatMap(filesIn), ...FILES, binary].toSorted();
}

/** What is no part of an app: tools, sources, tests, maps of the code, other systems' binaries, secrets. */
const REFUSED: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^node_modules\/(?!better-sqlite3\/)/u, "a package that is built in, or a tool"],
  [/^node_modules\/better-sqlite3\/(?!lib\/|prebuilds\/|package\.json$|LICENSE$)/u, "a source of better-sqlite3"],
  [/\.map$/u, "a map of the code"],
  [/\.test\.|\.spec\.|fixture|for-test/u, "a test"],
  [/\.(?:ts|tsx|mts|cts|c|cc|cpp|h)$/u, "a source"],
  [/(?:^|\/)\./u, "hidden, and may be a secret"],
  [/\.(?:pem|key|p12|pfx|env)$/u, "a secret"],
  [/(?:^|\/)package-lock\.json$/u, "a tool's own"],
];

/** What is wrong with a list of files to pack; null: nothing. */
export function objectionToFiles(files: readonly string[]): string | null {
  for (const path of files) {
    const refused = REFUSED.find(([pattern]) => pattern.test(path));
    if (refused !== undefined) return `${path} is ${refused[1]}.`;
  }
  const [, ...more] = files.filter((path) => path.endsWith(".node"));
  return more.length === 0 ? null : `${more.join(", ")} is for another system.`;
}

/** A map of the code has all its sources; one that is written into a file shows in no file's name. */
const MAP_WITHIN = /sourceMappingURL=data:/u;

/** What is wrong with a text to pack; null: nothing. */
export function objectionToText(path: string, text: string): string | null {
  return MAP_WITHIN.test(text) ? `${path} has a map of the code in it.` : null;
}

function objectionToFile(path: string): string | null {
  return /\.(?:c?js|css|html)$/u.test(path) ? objectionToText(path, readFileSync(join(ROOT, path), "utf8")) : null;
}

/** What the app needs of package.json: nothing that names a tool or a script. */
function ownPackage(): object {
  const { name, version, description, license, author, type, main, dependencies } = readPackage();
  const native = dependencies["better-sqlite3"];
  return { name, version, description, license, author, type, main, dependencies: { "better-sqlite3": native } };
}

/** The licences of everything that is built into the app, as they ask to be handed on. */
function licences(): string {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as PackageLock;
  const shipped = Object.entries(packages).filter(([path, { dev, optional, devOptional }]) => {
    return path !== "" && dev !== true && optional !== true && devOptional !== true;
  });
  const texts = shipped.map(
    ([path]) => `${path.replace(/^.*node_modules\//u, "")}\n\n${licenceIn(join(ROOT, path))}\n`,
  );
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

/** Everything a package asks to be handed on: its licence, its notice, and the licences of what it took from others. @throws where it has no licence */
export function licenceIn(folder: string): string {
  const named = readdirSync(folder, { withFileTypes: true }).filter(({ name }) =>
    /^(?:licen[cs]e|notice)/iu.test(name),
  );
  if (!named.some((entry) => entry.isFile() && /^licen/iu.test(entry.name)))
    throw new Error(`${folder} has no licence to hand on: nothing is packaged without it.`);
  const files = named.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  });
  return files
    .toSorted()
    .map((path) => readFileSync(path, "utf8").trim())
    .join("\n\n");
}

/** Lays the app out in an empty folder, as it is packed. Answers its files, by their paths in it. @throws where one does not belong there */
export function stageApp(folder: string, target: Target): string[] {
  rmSync(folder, { recursive: true, force: true });
  const copied = packagedFiles(target);
  const [objection] = [objectionToFiles(copied), ...copied.map(objectionToFile)].filter((each) => each !== null);
  if (objection !== undefined) throw new Error(objection);
  for (const path of copied) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(ownPackage(), null, 2)}\n`);
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), licences());
  return [...copied, "package.json", "THIRD-PARTY-LICENSES.txt"].toSorted();
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll("\\", "/"),
    );
}
