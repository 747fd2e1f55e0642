/** Holds a book open until its standard input ends; for tests of what a second process meets. */
import { homedir } from "node:os";
import { defaultDataFolder } from "#store/data-folder.ts";
import { openBook } from "#store/open.ts";

const [, , path = ""] = process.argv;
const store = openBook({
  path,
  dataFolder: defaultDataFolder(process.env, process.platform, homedir()),
  now: () => new Date(),
});
console.log("held");
process.stdin.resume().once("end", () => {
  store.close();
});
