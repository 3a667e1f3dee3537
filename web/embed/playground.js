// Defines <entente-playground>, under a name that does not change from build to build.
import init from "../program.js";

await init();
