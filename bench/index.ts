/** `npm run bench`: what it costs, beside peers, in one run. Never part of the tests: a loaded machine proves nothing. */
import { benchCalculation } from "./calculation.ts";

// The deck is S: forty inputs of ten quarters. M is a company followed for twenty years in every detail.
benchCalculation("S", { inputs: 40, quarters: 10 });
benchCalculation("M", { inputs: 300, quarters: 80 });
