/** How electron-builder packs the app that scripts/package-files.ts lays out. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { Arch, type AfterPackContext, type Configuration } from "electron-builder";
import { readFuses, setFuses, FUSES } from "./fuses.ts";
import { ROOT } from "./run-node.ts";

/** Where the app is laid out, and where the installers are written. */
export const STAGE = join(ROOT, "dist/app");
export const OUTPUT = join(ROOT, "dist/packages");

/** The program's name on Linux. */
const EXECUTABLE = "kessan";

export interface Packing {
  /** A folder with Electron's own files, for the system this runs on. */
  readonly electron: string;
  readonly electronVersion: string;
  /** What must be in the app, and no more. */
  readonly files: readonly string[];
  /** Where the app lies, and where what is packed is written. */
  readonly stage: string;
  readonly output: string;
  /** Null: nobody is named, and there is no .deb, which must name somebody. */
  readonly publisher: Publisher | null;
}

/** Who hands the installers out, in the words of a .deb. */
export interface Publisher {
  /** Where the app is at home. */
  readonly homepage: string;
  /** Whom to write to: `Name <name@host>`. */
  readonly maintainer: string;
}

/**
 * As whoever packs says it; null: they do not.
 * @throws where only half of it is said, or it could be neither a page nor somebody
 */
export function publisherIn(environment: NodeJS.ProcessEnv): Publisher | null {
  // A workflow hands on what is not set as an empty text.
  const { KESSAN_HOMEPAGE: homepage = "", KESSAN_MAINTAINER: maintainer = "" } = environment;
  if (homepage === "" && maintainer === "") return null;
  if (!URL.canParse(homepage) || !/^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$/u.test(maintainer))
    throw new Error("KESSAN_HOMEPAGE must be an address, and KESSAN_MAINTAINER such as: Name <name@host>");
  return { homepage, maintainer };
}

export function packageConfig({ electron, electronVersion, files, stage, output, publisher }: Packing): Configuration {
  return {
    appId: "app.kessan",
    productName: "Kessan",
    copyright: "The Kessan authors. MIT License.",
    directories: { app: stage, output, buildResources: join(ROOT, "packaging") },
    electronDist: electron,
    electronVersion,
    files: ["**/*"],
    // Else a package with a binary would lie outside the archive whole, with its sources.
    asar: { smartUnpack: false },
    // A library of the system is loaded from a file of its own.
    asarUnpack: ["**/*.node"],
    // What is in the folder is all there is: better-sqlite3 brings its binary, nothing is fetched or compiled.
    npmRebuild: false,
    afterPack: (context) => finish(context, files),
    fileAssociations: [
      {
        ext: "kessan",
        name: "Kessan book",
        description: "Kessan book",
        role: "Editor",
        mimeType: "application/x-kessan",
        icon: "icon",
      },
    ],
    artifactName: "Kessan-${version}-${os}-${arch}.${ext}",
    linux: {
      target: publisher === null ? ["AppImage"] : ["AppImage", "deb"],
      executableName: EXECUTABLE,
      category: "Office",
      icon: "icon.png",
      ...(publisher !== null && { maintainer: publisher.maintainer }),
    },
    ...(publisher !== null && { extraMetadata: { homepage: publisher.homepage } }),
    mac: { target: ["dmg"], category: "public.app-category.finance", icon: "icon.icns", identity: null },
    win: { target: ["nsis"], icon: "icon.ico" },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    // Nothing is published from here, and no app looks for updates.
    publish: null,
  };
}

/** Before it is signed: the files are counted, the switches are set and read back. */
async function finish(context: AfterPackContext, files: readonly string[]): Promise<void> {
  const { packager, appOutDir, electronPlatformName, arch } = context;
  const isMac = electronPlatformName === "darwin";
  const { productFilename } = packager.appInfo;
  const app = isMac ? join(appOutDir, `${productFilename}.app`) : appOutDir;
  const resources = isMac ? join(app, "Contents/Resources") : join(app, "resources");
  // What Electron shows where it has no app.
  rmSync(join(resources, "default_app.asar"), { force: true });
  const asar = join(resources, "app.asar");
  expectSame(filesOfAsar(asar), files, "in the package");
  expectSame(
    filesIn(`${asar}.unpacked`),
    files.filter((path) => path.endsWith(".node")),
    "outside its archive",
  );
  const binary = isMac
    ? app
    : join(appOutDir, electronPlatformName === "win32" ? `${productFilename}.exe` : EXECUTABLE);
  await setFuses(binary, isMac && arch === Arch.arm64);
  const read = await readFuses(binary);
  for (const [name, isOn] of Object.entries(FUSES)) {
    if (read[name] !== isOn) throw new Error(`The switch ${name} was not set.`);
  }
}

/** @throws where a file is in one list alone */
function expectSame(found: readonly string[], wanted: readonly string[], where: string): void {
  const wrong = [...found, ...wanted].find((path) => !found.includes(path) || !wanted.includes(path));
  if (wrong === undefined) return;
  throw new Error(`${wrong} is ${wanted.includes(wrong) ? "not " : ""}${where}, against the list of files.`);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );

/** Its files, without its folders. */
function filesOfAsar(asar: string): string[] {
  const paths = listPackage(asar, { isPack: false }).map((path) => path.slice(1).replaceAll("\\", "/"));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}
