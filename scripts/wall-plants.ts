/**
 * What the house must refuse, said independently of the settings that refuse it: DESIGN's levels, and
 * for every folder the imports and globals that do not belong there.
 */

/** A tool that refuses: the compiler, by a folder's tsconfig; the linter, by its rules. */
export type Guard = "types" | "lint";

/** One file that must be refused. */
export interface Plant {
  readonly folder: string;
  /** In words, for the report: `#store`. */
  readonly what: string;
  readonly file: string;
  readonly code: string;
  readonly guards: readonly Guard[];
  /** The linter's rule that must speak; not set where the linter need not. */
  readonly rule?: string;
}

const HOSTS = ["main/child", "main/cli", "main/browser", "main/electron"];
/** The door that goes sideways: what the other hosts may import of `main/child`. */
export const LAUNCHER = ["launch.ts", "launch-job.ts"];
const LEVELS = [
  ["core", "rpc"],
  ["ingest", "workbook", "store", "contract"],
  ["handlers"],
  [...HOSTS, "renderer", "preload"],
];
export const FOLDERS = LEVELS.flat();

/** Windows see less than their level allows. */
const NARROWED: Readonly<Record<string, readonly string[]>> = {
  renderer: ["core", "rpc", "contract"],
  preload: ["contract"],
};

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  ingest: ["papaparse"],
  workbook: ["hucre", "fflate"],
  store: ["better-sqlite3"],
  handlers: ["zod"],
  "main/browser": ["ws"],
  "main/electron": ["electron"],
  preload: ["electron"],
  renderer: ["react", "react-dom", "ag-grid-community", "echarts", "zustand"],
};
const EVERY_PACKAGE = [...new Set([...Object.values(PACKAGES).flat(), "vitest", "fast-check", "vite"])];
const WITH_NODE = ["store", "handlers", ...HOSTS];
const WITH_WINDOW = ["renderer", "preload"];
const WITHOUT_PACKAGES = ["core", "rpc", "contract"];

const levelOf = (folder: string): number => LEVELS.findIndex((level) => level.includes(folder));

export const mayImport = (from: string, to: string): boolean =>
  NARROWED[from]?.includes(to) ?? levelOf(to) < levelOf(from);

/** The compiler follows references of references, so only the linter can refuse what lies behind an allowed folder. */
const isBehindAnAllowed = (from: string, to: string): boolean =>
  FOLDERS.some((between) => mayImport(from, between) && mayImport(between, to)) ||
  (to === "main/child" && HOSTS.includes(from));

const WALL = "eslint(no-restricted-imports)";
const typeOfRoom = (path: string): string => `import type { Room } from "${path}";\nexport type Planted = Room;\n`;
const namespaceOf = (name: string): string => `import * as planted from "${name}";\nexport { planted };\n`;
const upTo = (folder: string): string => "../".repeat(folder.split("/").length);

function plantsIn(folder: string): Omit<Plant, "folder" | "file">[] {
  const others = FOLDERS.filter((other) => other !== folder);
  const lint = { guards: ["lint"], rule: WALL } as const;
  const both = { guards: ["types", "lint"], rule: WALL } as const;
  const types = { guards: ["types"] } as const;
  return [
    ...others
      .filter((other) => !mayImport(folder, other))
      .map((other) => ({
        what: `#${other}`,
        code: typeOfRoom(`#${other}/room.ts`),
        ...(isBehindAnAllowed(folder, other) ? lint : both),
      })),
    ...others.map((other) => ({
      what: `${upTo(folder)}${other}`,
      code: typeOfRoom(`${upTo(folder)}${other}/room.ts`),
      ...lint,
    })),
    ...EVERY_PACKAGE.filter((name) => !PACKAGES[folder]?.includes(name)).map((name) => ({
      what: name,
      code: namespaceOf(name),
      ...lint,
    })),
    ...(WITH_NODE.includes(folder)
      ? []
      : [
          {
            what: "node:fs",
            code: namespaceOf("node:fs/promises"),
            ...(WITHOUT_PACKAGES.includes(folder) ? both : lint),
          },
        ]),
    ...(WITH_WINDOW.includes(folder)
      ? [{ what: "a value of #contract", code: 'export { room } from "#contract/room.ts";\n', ...lint }]
      : [{ what: "document", code: "export const planted = document.title;\n", ...types }]),
    ...(WITHOUT_PACKAGES.includes(folder)
      ? [{ what: "process", code: "export const planted = process.pid;\n", ...types }]
      : []),
  ];
}

/** Ways round a wall, and rules that hold everywhere; one folder stands for all. */
const ELSEWHERE: readonly Omit<Plant, "guards">[] = [
  { folder: "core", what: "export * from", file: "again.ts", code: 'export * from "zod";\n', rule: WALL },
  {
    folder: "core",
    what: "import() of a package",
    file: "later.ts",
    code: 'export const planted = import("zod");\n',
    rule: WALL,
  },
  {
    folder: "core",
    what: "import() of a type",
    file: "type.ts",
    code: 'export type Planted = import("zod").ZodError;\n',
    rule: "typescript(consistent-type-imports)",
  },
  {
    folder: "core",
    what: "../../rpc from a folder within",
    file: "deep/out.ts",
    code: typeOfRoom("../../rpc/room.ts"),
    rule: WALL,
  },
  { folder: "core", what: "zod, far down", file: "a/b/c/d/down.ts", code: namespaceOf("zod"), rule: WALL },
  {
    folder: "core",
    what: "zod, far down in a test",
    file: "a/b/c/d/down.test.ts",
    code: namespaceOf("zod"),
    rule: WALL,
  },
  {
    folder: "newcomer",
    what: "a folder without a wall",
    file: "new.ts",
    code: typeOfRoom("#core/room.ts"),
    rule: WALL,
  },
  { folder: "core", what: "#store in a test", file: "up.test.ts", code: typeOfRoom("#store/room.ts"), rule: WALL },
  { folder: "core", what: "zod in a test", file: "foreign.test.ts", code: namespaceOf("zod"), rule: WALL },
  {
    folder: "ingest",
    what: "process",
    file: "global.ts",
    code: "export const planted = process.pid;\n",
    rule: "eslint(no-restricted-globals)",
  },
  {
    folder: "core",
    what: "a cycle",
    file: "one.ts",
    code: 'import { two } from "#core/two.ts";\nexport const one = (): number => two();\n',
    rule: "import(no-cycle)",
  },
  {
    folder: "core",
    what: "a cycle's other half",
    file: "two.ts",
    code: 'import { one } from "#core/one.ts";\nexport const two = (): number => one();\n',
    rule: "import(no-cycle)",
  },
  {
    folder: "core",
    what: "any",
    file: "loose.ts",
    code: "export const planted = (loose: any): void => void loose;\n",
    rule: "typescript(no-explicit-any)",
  },
  {
    folder: "core",
    what: "a promise nobody awaits",
    file: "floating.ts",
    code: "const later = async (): Promise<void> => {};\nexport const planted = (): void => {\n  later();\n};\n",
    rule: "typescript(no-floating-promises)",
  },
  {
    folder: "core",
    what: "a switch with a case missing",
    file: "switch.ts",
    code: 'export function planted(way: "up" | "down"): number {\n  switch (way) {\n    case "up":\n      return 1;\n  }\n  return 0;\n}\n',
    rule: "typescript(switch-exhaustiveness-check)",
  },
  {
    folder: "core",
    what: "a default export",
    file: "default.ts",
    code: "const planted = 1;\nexport default planted;\n",
    rule: "import(no-default-export)",
  },
  { folder: "core", what: "401 lines", file: "long.ts", code: "// A line.\n".repeat(401), rule: "eslint(max-lines)" },
  {
    folder: "handlers",
    what: "251 lines of table",
    file: "index.ts",
    code: "// A line.\n".repeat(251),
    rule: "eslint(max-lines)",
  },
  {
    folder: "core",
    what: "a name in camelCase",
    file: "camelCase.ts",
    code: "export const planted = 1;\n",
    rule: "unicorn(filename-case)",
  },
  {
    folder: "renderer",
    what: "a figure printed past the shown unit",
    file: "past.ts",
    code: 'import { formatFigure } from "#core/format-amount.ts";\nexport const planted = formatFigure;\n',
    rule: "eslint(no-restricted-imports)",
  },
  {
    folder: "renderer",
    what: "a component's file in kebab-case",
    file: "cell-view.tsx",
    code: "export const planted = 1;\n",
    rule: "unicorn(filename-case)",
  },
  {
    folder: "core",
    what: "an error waved through",
    file: "ignored.ts",
    code: '// @ts-ignore\nexport const planted: number = "one";\n',
    rule: "typescript(ban-ts-comment)",
  },
];

export const PLANTS: readonly Plant[] = [
  ...FOLDERS.flatMap((folder) =>
    plantsIn(folder).map((plant, index) => ({ ...plant, folder, file: `plant-${index}.ts` })),
  ),
  ...ELSEWHERE.map((plant) => ({ ...plant, guards: ["lint" as const] })),
];

/** What a folder may import, all in one file: a guard that refuses this one refuses everything, and proves nothing. */
export function allowedIn(folder: string): string {
  const modules = FOLDERS.filter((other) => mayImport(folder, other)).map((other) => `#${other}/room.ts`);
  const doors = HOSTS.includes(folder) && folder !== "main/child" ? LAUNCHER.map((file) => `#main/child/${file}`) : [];
  // Nobody may import a window, so windows have no `#` name.
  const own = WITH_WINDOW.includes(folder) ? ["./room.ts"] : ["./room.ts", `#${folder}/room.ts`];
  const packages = [...(PACKAGES[folder] ?? []), ...(WITH_NODE.includes(folder) ? ["node:fs/promises"] : [])];
  return [
    ...[...own, ...modules, ...doors].map(
      (path, index) =>
        `import type { Room as Room${index} } from "${path}";\nexport type Allowed${index} = Room${index};\n`,
    ),
    ...packages.map((name, index) => `import * as package${index} from "${name}";\nexport { package${index} };\n`),
  ].join("");
}
