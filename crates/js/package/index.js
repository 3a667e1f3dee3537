// In browsers and bundlers: the program is fetched once, beside this file, before whoever imports this runs.
import start from "./entente.js";

await start();

export { gallery, Scenario } from "./entente.js";
