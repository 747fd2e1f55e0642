import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const { dependencies } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
/** What has a native part stays outside; it is unpacked beside the app. Everything else is built in. */
const NATIVE = "better-sqlite3";

export default defineConfig({
  main: {
    // Its build for Node brings a `require` of its own, which collides with the one every main file is given.
    resolve: { alias: { fflate: "fflate/browser" } },
    build: {
      externalizeDeps: { exclude: Object.keys(dependencies).filter((name) => name !== NATIVE) },
      rolldownOptions: { input: { index: "src/main/electron/index.ts", child: "src/main/child/index.ts" } },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require Electron alone, so it is one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: "src/preload/index.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    plugins: [react()],
    build: {
      // electron-vite leaves it off.
      minify: true,
      // It is read from the disk, once; what the grid and the charts weigh together is no reason to cut it up.
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: { input: "src/renderer/index.html" },
    },
  },
});
