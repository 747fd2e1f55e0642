import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath, pid } from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Fault } from "#core/faults.ts";
import { Connection } from "#store/connection.ts";
import { thisHost } from "#store/host.ts";
import { takeLock } from "#store/lock.ts";
import { openBook, openToRead } from "#store/open.ts";
import { NOW, makePlace, typedIn } from "./fixtures/place.ts";
import type { Place } from "./fixtures/place.ts";

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.leave());

const now = (): Date => NOW;

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("two processes and one book", () => {
  const script = join(import.meta.dirname, "fixtures", "second-process.ts");
  let second: ChildProcess;
  /** The first line that the second process says. */
  const startSecond = async (): Promise<string> => {
    second = spawn(execPath, [script, "hold", place.path, place.dataFolder], { stdio: ["pipe", "pipe", "inherit"] });
    if (second.stdout === null) throw new Error("the second process has no output");
    const [said] = (await once(second.stdout, "data")) as [Buffer];
    return said.toString().trim();
  };
  const ended = async (): Promise<void> => void (await once(second, "exit"));

  test("the second to come is told who has it, at once, and may read", async () => {
    expect(await startSecond()).toBe("open");
    const began = performance.now();
    const { code, particulars } = faultOf(() => openBook(place.options));
    expect(performance.now() - began).toBeLessThan(2000);
    expect({ code, ...particulars }).toMatchObject({ code: "book-in-use", path: place.path, pid: String(second.pid) });
    const reading = openToRead(place.options);
    expect(typedIn(reading.reader.readBook())).toBe(0);
    reading.close();

    second.stdin?.end();
    await ended();
    openBook(place.options).close();
  });

  test("the lock of one that was killed is taken over", async () => {
    await startSecond();
    second.kill("SIGKILL");
    await ended();
    const store = openBook(place.options);
    expect(await startSecond()).toBe("book-in-use");
    await ended();
    store.close();
  });

  test("even without its lock file no second writer gets at the private copy", async () => {
    await startSecond();
    const [copy = ""] = place.privatePaths().filter((path) => path.endsWith(".sqlite"));
    expect(faultOf(() => new Connection(copy, place.path)).code).toBe("book-in-use");
    second.stdin?.end();
    await ended();
  });
});

describe("a lock file", () => {
  const holder = { pid, started: thisHost.startOf(pid), host: thisHost.name, path: "x", since: "" };
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = join(place.folder, "lock");
    mkdirSync(folder);
    file = join(folder, "writer.lock");
  });
  const take = () => takeLock(folder, "book", thisHost, now);

  test("is gone once it is released", () => {
    const lock = take();
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...holder, path: "book", since: NOW.toISOString() });
    expect(faultOf(take).particulars).toMatchObject({ pid: String(pid), host: thisHost.name });
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  test.each([
    // Ids are given out below 2^22 on Linux and less elsewhere.
    ["of a process that does not run", JSON.stringify({ ...holder, pid: 2 ** 30 })],
    ["of a forerunner with the same id", JSON.stringify({ ...holder, started: "1" })],
    ["that a power cut emptied", ""],
    ["that is none", "[1, 2"],
  ])("%s is taken over", (_, text) => {
    writeFileSync(file, text);
    const lock = take();
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid, path: "book" });
    lock.release();
  });

  test("of another machine is honoured", () => {
    writeFileSync(file, JSON.stringify({ ...holder, host: "elsewhere", pid: 2 ** 30 }));
    expect(faultOf(take).particulars).toMatchObject({ host: "elsewhere" });
  });

  test("that somebody took over since is not released by its first holder", () => {
    const lock = take();
    writeFileSync(file, JSON.stringify({ ...holder, path: "another" }));
    lock.release();
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ path: "another" });
  });
});
