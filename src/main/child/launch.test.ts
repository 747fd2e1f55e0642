import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { NotJson } from "#rpc/codec.ts";
import { nodeIsolate } from "./launch.ts";

const entry = fileURLToPath(new URL("./fixtures/jobs-for-tests.ts", import.meta.url));
const isolate = nodeIsolate({ entry });

test("a job answers", async () => {
  expect(await isolate("double", 21)).toBe(42);
});

test("jobs run side by side, each in its own process", async () => {
  expect(await Promise.all([1, 2, 3].map((value) => isolate("double", value)))).toEqual([2, 4, 6]);
});

test("a job in an endless loop is killed when its time is up", async () => {
  const impatient = nodeIsolate({ entry, seconds: 0.5 });
  await expect(impatient("loop", null)).rejects.toMatchObject({
    code: "job-failed",
    particulars: { job: "loop", cause: "stopped after 0.5 s" },
  });
});

test("a job that ends its process has crashed", async () => {
  await expect(isolate("end", null)).rejects.toMatchObject({
    code: "job-failed",
    particulars: { job: "end", cause: "its process ended" },
  });
});

test("a job that wants more than its memory has crashed", async () => {
  const poor = nodeIsolate({ entry, heapMb: 32, stderr: "ignore" });
  await expect(poor("grow", null)).rejects.toMatchObject({ code: "job-failed" });
});

test("a job's refusal crosses with its particulars", async () => {
  await expect(isolate("refuse", null)).rejects.toMatchObject({ code: "bad-file", particulars: { where: "B7" } });
});

test("an answer that is not JSON is a bug", async () => {
  await expect(isolate("fail", null)).rejects.toMatchObject({ code: "internal" });
});

test("an argument that is not JSON is not sent", async () => {
  await expect(isolate("double", Number.NaN)).rejects.toThrow(NotJson);
});

test("a job that does not exist is refused", async () => {
  await expect(isolate("absent", null)).rejects.toMatchObject({ code: "no-such-method" });
});

test("the child inherits no environment", async () => {
  process.env["KESSAN_TEST_SECRET"] = "secret";
  const names = (await isolate("environment", null)) as readonly string[];
  expect(names.filter((name) => !/^(SystemRoot|NODE_CHANNEL_|NODE_UNIQUE_ID)/.test(name))).toEqual([]);
});

test("text cannot become code", async () => {
  await expect(isolate("evaluate", null)).rejects.toMatchObject({ code: "internal" });
});
