/**
 * Starts the built app as Electron would: `electron` is the stand-in's module, the arguments are Electron's, and the
 * app is ready only after its main module has been read to its end.
 */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { becomeReady } from "./app.ts";
import { wanted } from "./screen-link.ts";

const ELECTRON = new URL("./electron.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: ELECTRON, shortCircuit: true } : next(specifier, context),
});

// A packaged app is its own program; otherwise Electron is the program and the app's folder its first argument.
process.argv = [process.execPath, ...(wanted.isPackaged ? [] : [wanted.root]), ...wanted.args];

const { main } = JSON.parse(readFileSync(join(wanted.root, "package.json"), "utf8")) as { readonly main: string };
await import(pathToFileURL(join(wanted.root, main)).href);
becomeReady();
