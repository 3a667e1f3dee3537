export { default, gallery, initSync, Scenario } from "./entente.js";
export { partsFrom } from "./fetching.js";
