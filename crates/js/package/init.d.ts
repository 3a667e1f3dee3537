export * from "./entente.js";
export { default } from "./entente.js";

/**
 * Says how the parts of the program are come by, where they do not lie beside the script: by the name of the part's file,
 * such as `part-rules.wasm`, and where it would be fetched from. An answer of `fetch`, or the bytes.
 */
export function partsFrom(
  source: (file: string, address: URL) => Response | BufferSource | Promise<Response | BufferSource>,
): void;
