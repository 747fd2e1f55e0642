/** The process that reads foreign files: it can be killed, and it has nothing worth stealing. */
import { JOBS } from "#handlers/jobs.ts";
import { serve } from "#rpc/serve.ts";
import { parentWire } from "./parent-wire.ts";

serve(parentWire(), JOBS, { onBug: (error, job) => console.error(`The job ${job} failed.`, error) });
