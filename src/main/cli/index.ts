/** The command line: the same book, engine and handlers as the window, for scripts and tests. */
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { Fault } from "#core/faults.ts";
import { defaultDataFolder } from "#store/data-folder.ts";
import { nodeIsolate } from "#main/child/launch.ts";
import { readArguments, Usage } from "./arguments.ts";
import { COMMANDS, usage } from "./commands.ts";
import { faultLine } from "#handlers/fault-line.ts";

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.log(usage());
    return name === undefined ? WRONG_USAGE : DONE;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new Usage(`there is no command ${name}`);
  const given = readArguments(rest, command);
  const answer = await command.run(given, {
    dataFolder: defaultDataFolder(process.env, process.platform, homedir()),
    resources: fileURLToPath(new URL("../../../resources", import.meta.url)),
    // npm runs scripts in the project's folder; paths are meant from where the person stands.
    folder: process.env["INIT_CWD"] ?? process.cwd(),
    isolate: nodeIsolate(),
    now: () => new Date(),
  });
  await say(given.json ? JSON.stringify(answer.data, null, 2) : answer.text);
  return DONE;
}

/**
 * Says an answer on standard output.
 * @throws Fault where it cannot be written: a script must not believe that it has what it asked for.
 */
const say = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null): void => {
      // A reader that went away, such as `head`, has all it wanted.
      if (!error || error.code === "EPIPE") resolve();
      else reject(new Fault(error.code === "ENOSPC" ? "disk-full" : "cannot-write", { path: "standard output" }));
    };
    // The stream tells its error twice: to the write, and to whoever listens; unheard it would end the process.
    process.stdout.on("error", settle);
    process.stdout.write(`${text}\n`, settle);
  });

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Usage) {
    console.error(`kessan: ${error.message}; see: kessan help`);
    process.exitCode = WRONG_USAGE;
  } else if (error instanceof Fault) {
    console.error(`kessan: ${faultLine(error)}`);
    process.exitCode = REFUSED;
  } else {
    const cause = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    console.error(`kessan: something went wrong, the book is as it was (${cause})`);
    process.exitCode = REFUSED;
  }
}
