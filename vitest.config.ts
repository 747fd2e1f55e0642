import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    // A store test waits for real fsyncs and a property test for a thousand runs, on a disk and cores it shares.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
