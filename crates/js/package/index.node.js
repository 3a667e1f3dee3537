// In Node: the program is read from beside this file.
import { readFileSync } from "node:fs";

import { initSync } from "./entente.js";

initSync({ module: readFileSync(new URL("./entente_bg.wasm", import.meta.url)) });

export { Scenario } from "./entente.js";
