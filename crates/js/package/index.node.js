// In Node: the program and its parts are read from beside this file.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { initSync, partsFrom } from "./entente.js";

partsFrom((_, address) => readFile(address));
initSync({ module: readFileSync(new URL("./entente_bg.wasm", import.meta.url)) });

export { gallery, Scenario } from "./entente.js";
