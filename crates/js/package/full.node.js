// In Node: the program is read from beside this file.
import { readFileSync } from "node:fs";

import { initSync } from "./entente-full.js";

initSync({ module: readFileSync(new URL("./entente-full_bg.wasm", import.meta.url)) });

export { Scenario, gallery } from "./entente-full.js";
