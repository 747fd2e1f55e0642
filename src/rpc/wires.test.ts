import { portWire } from "./port-wire.ts";
import { wirePair } from "./wire-pair.ts";
import { describeWire } from "./wire-suite.ts";

describeWire("a pair in one process", () => {
  const [near, far] = wirePair();
  return { near, far };
});

describeWire("a message channel", () => {
  const { port1, port2 } = new MessageChannel();
  return { near: portWire(port1), far: portWire(port2) };
});
