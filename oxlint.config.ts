/**
 * The rules of the code, and the walls of the house as one table: what each folder may import.
 * docs/house.md draws the same table; scripts/check-walls.ts proves that it holds.
 * A rule is an error or is off, so nothing ever warns.
 */
import { defineConfig, type OxlintOverride } from "oxlint";

interface Wall {
  /** Folders of `src` whose modules may be imported, and single modules where a wall has a door. */
  readonly modules: readonly string[];
  /** The one of these that may be imported as types only. */
  readonly typesOf?: string;
  /** Names of a module that it may see and not use, and what to use. */
  readonly instead?: { readonly of: string; readonly names: readonly string[]; readonly message: string };
  /** What its tests may import besides: a real book to write out. */
  readonly testModules?: readonly string[];
  /** npm packages; `node:` for what Node brings. */
  readonly packages?: readonly string[];
}

const level1 = ["core", "rpc"];
const level2 = ["ingest", "workbook", "store", "contract"];
const level3 = ["handlers"];
const belowHosts = [...level1, ...level2, ...level3];
// How a host starts the child; nothing that runs inside it, and nothing of another host.
const launcher = "main/child/launch*.ts";

const walls: Readonly<Record<string, Wall>> = {
  core: { modules: [] },
  rpc: { modules: [] },
  ingest: { modules: level1, packages: ["papaparse"] },
  workbook: { modules: level1, testModules: ["ingest"], packages: ["hucre", "fflate"] },
  store: { modules: level1, packages: ["better-sqlite3", "node:"] },
  contract: { modules: level1 },
  handlers: { modules: [...level1, ...level2], packages: ["zod", "node:"] },
  "main/child": { modules: belowHosts, packages: ["node:"] },
  "main/cli": { modules: [...belowHosts, launcher], packages: ["node:"] },
  "main/browser": { modules: [...belowHosts, launcher], packages: ["ws", "node:"] },
  "main/electron": { modules: [...belowHosts, launcher], packages: ["electron", "node:"] },
  preload: { modules: ["contract"], typesOf: "contract", packages: ["electron"] },
  renderer: {
    modules: [...level1, "contract"],
    typesOf: "contract",
    instead: {
      of: "core/format-amount.ts",
      names: ["formatFigure"],
      message: "It knows nothing of the unit that amounts are shown in: see src/renderer/state/figure-text.ts.",
    },
    packages: ["react", "react-dom", "ag-grid-community", "echarts", "zustand", "@codemirror"],
  },
};

const testFiles = ["*.test.ts", "*.test.tsx", "*-suite.ts"];
const testPackages = ["vitest", "fast-check", "node:"];

// `../` is told from a way out by how deep the importing file stands; below this depth, three `../` are enough.
const deepest = 3;

const ofModule = (name: string): string => (name.endsWith(".ts") ? `#${name}` : `#${name}/**`);
const ofPackage = (name: string): string[] => (name.endsWith(":") ? [`${name}*`, `${name}*/**`] : [name, `${name}/**`]);

/** The wall as it stands for files `depth` folders below `folder`, from where so many `../` stay inside. */
function wallAt(folder: string, wall: Wall, depth: number, files: readonly string[]): OxlintOverride {
  const packages = wall.packages ?? [];
  const allowed = [
    "./**",
    ...Array.from({ length: depth }, (_, up) => `${"../".repeat(up + 1)}**`),
    ...[folder, ...wall.modules, ...(files === testFiles ? (wall.testModules ?? []) : [])].map(ofModule),
    ...(files === testFiles ? [...packages, ...testPackages] : packages).flatMap(ofPackage),
  ];
  const patterns: object[] = [];
  // First, because the linter stops at a pattern that allows a path.
  if (wall.typesOf !== undefined) {
    const message = `src/${folder} may import types of ${wall.typesOf}, not values. See docs/house.md.`;
    patterns.push({ regex: `^#${wall.typesOf}/`, allowTypeImports: true, message });
  }
  if (wall.instead !== undefined && files !== testFiles) {
    const { of, names, message } = wall.instead;
    patterns.push({ regex: `^#${of.replace(".", "\\.")}$`, importNames: [...names], message });
  }
  patterns.push({
    // Everything, but what is allowed, but what climbs out: the last that matches decides.
    group: ["**", ...allowed.map((pattern) => `!${pattern}`), `${"../".repeat(depth + 1)}**`],
    message: `src/${folder} may import: ${[...wall.modules, ...packages].join(", ") || "nothing"}. See docs/house.md.`,
  });
  return {
    files: files.map((file) => `src/${folder}/${"*/".repeat(depth)}${depth === deepest ? "**/" : ""}${file}`),
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

const wallOverrides = Object.entries(walls).flatMap(([folder, wall]) =>
  Array.from({ length: deepest + 1 }, (_, depth) => [
    wallAt(folder, wall, depth, ["*.ts", "*.tsx"]),
    wallAt(folder, wall, depth, testFiles),
  ]).flat(),
);

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "react", "vitest"],
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  categories: { correctness: "error" },
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
    "typescript/ban-ts-comment": "error",
    // `import("…").Name` would climb over the walls unseen.
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-require-imports": "error",
    // A default says what happens to the rest; without one every case must be there.
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "unicorn/filename-case": ["error", { case: "kebabCase" }],

    // Text is taken apart by code points: digits, kana and signs have no longer clusters.
    "typescript/no-misused-spread": ["error", { allow: ["string"] }],
    // Objects here are closures over their state, so a method can be passed on by itself.
    "typescript/unbound-method": "off",
    // A property test asserts in `fc.assert`, and a test of a union narrows it before it asserts.
    "vitest/expect-expect": "off",
    "vitest/no-conditional-expect": "off",
    // What a file's tests rest on may be asserted before them.
    "vitest/no-standalone-expect": [
      "error",
      { additionalTestBlockFunctions: ["beforeAll", "beforeEach", "afterEach", "afterAll"] },
    ],
    // The second argument is what a failure says.
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
  },
  overrides: [
    {
      files: ["src/**"],
      rules: {
        "no-restricted-imports": [
          "error",
          { patterns: [{ group: ["**"], message: "A new folder: give it a wall above." }] },
        ],
      },
    },
    ...wallOverrides,
    {
      // The packages' own types see Node; the folder does not: it takes bytes and gives figures.
      files: ["src/ingest/**", "src/workbook/**"],
      excludeFiles: ["**/*.test.ts"],
      rules: { "no-restricted-globals": ["error", "process", "Buffer", "fetch", "setTimeout", "setInterval"] },
    },
    {
      // The table of methods: one line each, their bodies in feature files.
      files: ["src/handlers/index.ts"],
      rules: { "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }] },
    },
    {
      files: ["src/**/*.tsx"],
      excludeFiles: ["src/renderer/main.tsx"],
      rules: { "unicorn/filename-case": ["error", { case: "pascalCase" }] },
    },
    {
      // Elsewhere `use` is not React's: Playwright's fixtures are given one.
      files: ["src/renderer/**"],
      rules: { "react/rules-of-hooks": "error" },
    },
    {
      // These tools read their settings from a default export.
      files: ["*.config.ts"],
      rules: { "import/no-default-export": "off" },
    },
  ],
});
