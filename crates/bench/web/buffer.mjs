// casbin takes what Node has for granted.
import { Buffer } from "buffer";

globalThis.Buffer = Buffer;
