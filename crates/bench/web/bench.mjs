// The half that runs in a browser: the engine in WebAssembly, and what else could answer there.

import "./buffer.mjs";
import { createMongoAbility, subject } from "@casl/ability";
import { newEnforcer, newModelFromString, StringAdapter } from "casbin";
import cedarInit, * as cedar from "@cedar-policy/cedar-wasm/web";
import init, { Bench } from "./entente_bench.js";

const NAMES = ["both blocked, lists", "group × applications allowed"];
const records = [];

/** The median time of one run in nanoseconds, of batches long enough for the clock of a browser. */
function median(run) {
  let times = 1;
  for (;;) {
    const begin = performance.now();
    run(times);
    if (performance.now() - begin > 20 || times > 1e6) break;
    times *= 2;
  }
  const runs = [];
  for (let at = 0; at < 15; at += 1) {
    const begin = performance.now();
    run(times);
    runs.push((performance.now() - begin) / times);
  }
  return runs.sort((a, b) => a - b)[7] * 1e6;
}

function once(run) {
  const begin = performance.now();
  const value = run();
  return [(performance.now() - begin) * 1e6, value];
}

function mix(sum, at, isAllowed) {
  return isAllowed ? (sum + Math.imul(at ^ 0x9e3779b9, 0x85ebca6b)) >>> 0 : sum;
}

/** What a careful programmer would write: lists as typed arrays, rows at a time. */
function byHand(numbers) {
  const set = (length, named) => {
    const made = new Uint8Array(length);
    for (const at of named) made[at] = 1;
    return made;
  };
  const [outbound, inbound] = numbers.sides.map((side) => ({
    blocks: side.blocks,
    users: set(numbers.users, side.users),
    groups: set(numbers.groups, side.groups),
    applications: set(numbers.applications, side.applications),
  }));
  const begins = new Uint32Array(numbers.users + 1);
  numbers.memberships.forEach((groups, user) => (begins[user + 1] = begins[user] + groups.length));
  const groups = Uint32Array.from(numbers.memberships.flat());
  const isNamed = (side, user) => {
    if (side.users[user]) return 1;
    for (let at = begins[user]; at < begins[user + 1]; at += 1) if (side.groups[groups[at]]) return 1;
    return 0;
  };
  const { applications, users } = numbers;
  return (out) => {
    for (let user = 0, cell = 0; user < users; user += 1) {
      const named = [isNamed(outbound, user), isNamed(inbound, user)];
      const [leaves, enters] = named;
      for (let app = 0; app < applications; app += 1, cell += 1) {
        const first = leaves & outbound.applications[app];
        const second = enters & inbound.applications[app];
        out[cell] = outbound.blocks ? (first | second) ^ 1 : first & second;
      }
    }
  };
}

const isNamed = (side, user, groups) => side.users.includes(user) || groups.some((group) => side.groups.includes(group));

/** CASL: an ability for each user, made of the settings that name them; one question an application. */
function casl(numbers, step) {
  const apps = Array.from({ length: numbers.applications }, (_, id) => subject("App", { id }));
  const [outbound, inbound] = numbers.sides;
  const both = outbound.applications.filter((app) => inbound.applications.includes(app));
  let sum = 0;
  for (let user = 0; user < numbers.users; user += step) {
    const groups = numbers.memberships[user];
    const named = numbers.sides.filter((side) => isNamed(side, user, groups));
    const rules = [];
    if (outbound.blocks) {
      rules.push({ action: "reach", subject: "App" });
      for (const side of named) {
        rules.push({ inverted: true, action: "reach", subject: "App", conditions: { id: { $in: side.applications } } });
      }
    } else if (named.length === 2) {
      rules.push({ action: "reach", subject: "App", conditions: { id: { $in: both } } });
    }
    const ability = createMongoAbility(rules);
    for (let app = 0; app < apps.length; app += 1) {
      sum = mix(sum, user * apps.length + app, ability.can("reach", apps[app]));
    }
  }
  return sum;
}

/** casbin: groups and lists as roles, enforced synchronously. */
async function casbin(numbers, step) {
  const blocks = numbers.sides[0].blocks;
  const model = newModelFromString(`
[request_definition]
r = sub, obj
[policy_definition]
p = sub, obj, sub2, obj2, eft
[role_definition]
g = _, _
g2 = _, _
[policy_effect]
e = ${blocks ? "!some(where (p.eft == deny))" : "some(where (p.eft == allow))"}
[matchers]
m = g(r.sub, p.sub) && g2(r.obj, p.obj)${blocks ? "" : " && g(r.sub, p.sub2) && g2(r.obj, p.obj2)"}
`);
  const lines = blocks
    ? ["p, people0, apps0, -, -, deny", "p, people1, apps1, -, -, deny"]
    : ["p, people0, apps0, people1, apps1, allow"];
  numbers.sides.forEach((side, at) => {
    for (const user of side.users) lines.push(`g, u${user}, people${at}`);
    for (const group of side.groups) lines.push(`g, g${group}, people${at}`);
    for (const app of side.applications) lines.push(`g2, a${app}, apps${at}`);
  });
  for (let user = 0; user < numbers.users; user += step) {
    for (const group of numbers.memberships[user]) lines.push(`g, u${user}, g${group}`);
  }
  const enforcer = await newEnforcer(model, new StringAdapter(lines.join("\n")));
  return () => {
    let sum = 0;
    for (let user = 0; user < numbers.users; user += step) {
      for (let app = 0; app < numbers.applications; app += 1) {
        sum = mix(sum, user * numbers.applications + app, enforcer.enforceSync(`u${user}`, `a${app}`));
      }
    }
    return sum;
  };
}

/** Cedar in WebAssembly: policies parsed once and kept, the entities of the pair with each request. */
function cedarPolicy(numbers, step) {
  const staticPolicies = numbers.sides[0].blocks
    ? `permit(principal, action, resource);
       forbid(principal in People::"0", action, resource in Apps::"0");
       forbid(principal in People::"1", action, resource in Apps::"1");`
    : `permit(principal in People::"0", action, resource in Apps::"0")
       when { principal in People::"1" && resource in Apps::"1" };`;
  const parsed = cedar.preparsePolicySet("entente", { staticPolicies, templates: {}, templateLinks: [] });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  const entity = (type, id, parents) => ({ uid: { type, id }, attrs: {}, parents });
  const lists = (type, isOn) =>
    [0, 1].filter((at) => isOn(numbers.sides[at])).map((at) => ({ type, id: String(at) }));
  const ends = [0, 1].flatMap((at) => [entity("People", String(at), []), entity("Apps", String(at), [])]);
  const apps = Array.from({ length: numbers.applications }, (_, app) =>
    entity("App", String(app), lists("Apps", (side) => side.applications.includes(app))),
  );
  return () => {
    let sum = 0;
    for (let user = 0; user < numbers.users; user += step) {
      const groups = numbers.memberships[user];
      const principal = entity("User", String(user), lists("People", (side) => isNamed(side, user, groups)));
      for (let app = 0; app < numbers.applications; app += 1) {
        const answer = cedar.statefulIsAuthorized({
          principal: principal.uid,
          action: { type: "Action", id: "reach" },
          resource: apps[app].uid,
          context: {},
          preparsedPolicySetId: "entente",
          validateRequest: false,
          entities: [principal, apps[app], ...ends],
        });
        if (answer.type !== "success") throw new Error(JSON.stringify(answer));
        sum = mix(sum, user * numbers.applications + app, answer.response.decision === "allow");
      }
    }
    return sum;
  };
}

function same(what, sum, bench, step) {
  if (sum !== bench.checksum(step)) throw new Error(`${what} answers otherwise`);
}

async function measure(size, restriction) {
  const bench = new Bench(size, restriction);
  const numbers = JSON.parse(bench.numbers());
  const cells = numbers.users * numbers.applications;
  const add = (what, nanoseconds, asked = cells, more = {}) => {
    const { users, applications } = numbers;
    const record = { what, size, users, applications, settings: NAMES[restriction], cells: asked, nanoseconds, ...more };
    records.push(record);
    console.log(JSON.stringify(record));
  };
  add("entente in wasm", median((times) => bench.matrix(times)), cells, { bytes: bench.bytes() });
  add("one edit in wasm", median((times) => bench.edit(times)));
  add("only writing the bits in wasm", median((times) => bench.write(times)));
  const copying = median((times) => { for (let at = 0; at < times; at += 1) bench.copy(); });
  let bytes = 0;
  const indexing = median((times) => { for (let at = 0; at < times; at += 1) bytes = bench.index(); });
  add("indexing in wasm", Math.max(indexing - copying, 0), cells, { bytes });
  const loop = byHand(numbers);
  const out = new Uint8Array(cells);
  add("javascript by hand", median((times) => { for (let at = 0; at < times; at += 1) loop(out); }));
  let sum = 0;
  for (let at = 0; at < cells; at += 1) sum = mix(sum, at, out[at]);
  same("javascript by hand", sum, bench, 1);
  const step = (rows) => Math.max(1, Math.ceil(numbers.users / rows));
  const asked = (every) => Math.ceil(numbers.users / every) * numbers.applications;
  const peers = [
    ["casl", step(100), (every) => () => casl(numbers, every)],
    ["casbin", step(numbers.applications > 500 ? 5 : 25), (every) => casbin(numbers, every)],
    ["cedar-wasm", step(numbers.applications > 500 ? 5 : 25), (every) => cedarPolicy(numbers, every)],
  ];
  for (const [what, every, make] of peers) {
    const run = await make(every);
    run();
    const [time, found] = once(run);
    same(what, found, bench, every);
    add(what, time, asked(every));
  }
  bench.free();
}

globalThis.run = async () => {
  await init();
  await cedarInit();
  for (let size = 0; size < 3; size += 1) {
    for (let restriction = 0; restriction < 2; restriction += 1) await measure(size, restriction);
  }
  return records;
};

/** One thing that the engine does, over and over for so many milliseconds, for somebody to watch. */
globalThis.prepare = async (what, size, restriction) => {
  await init();
  const bench = new Bench(size, restriction);
  const work = { matrix: () => bench.matrix(10), index: () => bench.index(), edit: () => bench.edit(10) }[what];
  globalThis.repeat = (milliseconds) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) work();
  };
  repeat(500);
};
globalThis.ready = true;
