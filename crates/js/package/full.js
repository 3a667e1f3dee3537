// In browsers and bundlers: the program is fetched once, beside this file, before whoever imports this runs.
import start from "./entente-full.js";

await start();

export { Scenario, gallery } from "./entente-full.js";
