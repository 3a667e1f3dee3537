/** What people come for, done the way they do it, with the mouse. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually, settled } from "./support/eventually.mjs";
import { EXAMPLE_2, SHUT } from "./support/expected.mjs";
import { cell, look, people, rows, shows } from "./support/matrix.mjs";
import {
  add,
  announces,
  explanation,
  headline,
  kind,
  name,
  openDirectory,
  panel,
  picker,
  redo,
  says,
  setting,
  since,
  source,
  speaks,
  startFrom,
  targets,
  text,
  undo,
  verb,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

test("Example 2 is built, explained and undone", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Shipped defaults");
  await shows(page, SHUT.fabrikamToContoso);

  await verb(setting(page, "Contoso", "Inbound")).selectOption("Allow");
  await name(page, setting(page, "Contoso", "Inbound"), "who", [/^Marketing/]);
  await verb(setting(page, "Contoso", "Outbound")).selectOption("Allow");
  await verb(setting(page, "Fabrikam", "Outbound")).selectOption("Allow");
  await name(page, setting(page, "Fabrikam", "Outbound"), "who", [/^Marketing/]);
  await verb(setting(page, "Fabrikam", "Inbound")).selectOption("Allow");
  const edits = 6;

  await shows(page, EXAMPLE_2.fabrikamToContoso);
  await look(page, "Contoso", "Fabrikam");
  await shows(page, EXAMPLE_2.contosoToFabrikam);
  await look(page, "Fabrikam", "Contoso");

  await (await cell(page, "Ben Okafor", "Teams shared channel")).click();
  await says(headline(page), "Ben Okafor can’t open Contoso’s Teams shared channel.");
  const gates = explanation(page).locator("ol > li");
  const found = await gates.evaluateAll((gates) =>
    gates.map((gate) => [gate.querySelector("h3").textContent, gate.querySelector("code")?.textContent]),
  );
  assert.equal(found.length, 4, "a gate is missing");
  const expected = [
    [/^Fabrikam’s outbound ?: refuses\..*Fabrikam’s administrator$/, "AADSTS500212"],
    [/^Contoso’s inbound ?: refuses\..*Contoso’s administrator$/, "AADSTS500213"],
    [/^What direct connect reaches ?: lets through\..*a limit of the service$/, undefined],
    [/^Contoso’s conditional access ?: lets through\..*Contoso’s administrator$/, undefined],
  ];
  for (const [at, [words, code]] of expected.entries()) {
    assert.match(found[at][0], words);
    assert.equal(found[at][1], code);
  }
  await speaks(gates.nth(0), /Only Marketing may use B2B direct connect with Contoso\. Ben Okafor is in Sales\./);
  await speaks(gates.nth(1), /Contoso admits only Marketing by B2B direct connect\. Ben Okafor is in Sales\./);
  await speaks(explanation(page), /Both administrators have to act/);
  await speaks(explanation(page), /Fabrikam’s administrator has to add Ben Okafor, or the group Sales, to the list/);
  await speaks(explanation(page), /Contoso’s administrator has to add Ben Okafor, or the group Sales, to the list/);
  await speaks(explanation(page), /AADSTS500212 or AADSTS500213\. Which comes first is not documented\./);

  await gates.nth(1).getByRole("button", { name: /^Show inbound: Contoso’s settings for Fabrikam: inbound/ }).click();
  const inbound = setting(page, "Contoso", "Inbound");
  await eventually(async () => {
    assert.ok(await inbound.evaluate((it) => it.getRootNode().activeElement === it), "the setting has no focus");
    assert.match(await inbound.getAttribute("class"), /\blit\b/);
  });
  await eventually(async () => {
    const { top, bottom, height } = await inbound.evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return { top, bottom, height: innerHeight };
    });
    assert.ok(top >= 0 && bottom <= height, `the setting is out of sight: ${top} to ${bottom} of ${height}`);
  });

  for (let undone = 0; undone < edits; undone += 1) {
    assert.ok(await undo(page).isEnabled(), `only ${undone} of ${edits} edits could be undone`);
    await undo(page).click();
  }
  await eventually(async () => assert.ok(await undo(page).isDisabled(), "there is more to undo than was done"));
  await shows(page, SHUT.fabrikamToContoso);
  await look(page, "Contoso", "Fabrikam");
  await shows(page, SHUT.contosoToFabrikam);
  assertQuiet();
});

test("the words of a sentence follow undo and redo, and can be chosen again", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Shipped defaults");
  const word = verb(setting(page, "Contoso", "Inbound"));
  const reads = (expected) =>
    eventually(async () =>
      assert.equal(await word.evaluate((select) => select.selectedOptions[0].textContent), expected),
    );
  await word.selectOption("Allow");
  await eventually(async () => assert.ok(await undo(page).isEnabled()));
  await undo(page).click();
  await reads("Block");
  await redo(page).click();
  await reads("Allow");
  await undo(page).click();
  await reads("Block");
  // A list that still held “Allow” would not notice that it is chosen.
  await word.selectOption("Allow");
  await speaks(source(setting(page, "Contoso", "Inbound")), /^Set for Fabrikam/);
  assertQuiet();
});

test("Example 1 takes four words, and half of it says who has to act", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Shipped defaults");
  await verb(setting(page, "Contoso", "Inbound")).selectOption("Allow");
  await verb(setting(page, "Contoso", "Outbound")).selectOption("Allow");
  await shows(page, SHUT.fabrikamToContoso);
  await (await cell(page, "Ana Ruiz", "Teams shared channel")).click();
  await says(headline(page), "Ana Ruiz can’t open Contoso’s Teams shared channel.");
  await speaks(explanation(page), /Fabrikam’s administrator has to act/);
  await speaks(explanation(page), /AADSTS500212/);
  assert.doesNotMatch(await text(explanation(page)), /AADSTS500213|Contoso’s administrator has to/);

  await verb(setting(page, "Fabrikam", "Outbound")).selectOption("Allow");
  await verb(setting(page, "Fabrikam", "Inbound")).selectOption("Allow");
  await says(headline(page), "Ana Ruiz can open Contoso’s Teams shared channel.");
  const { fabrikamToContoso, contosoToFabrikam } = EXAMPLE_2;
  const open = fabrikamToContoso["Ana Ruiz"];
  await shows(page, Object.fromEntries(Object.keys(fabrikamToContoso).map((person) => [person, open])));
  await look(page, "Contoso", "Fabrikam");
  await shows(page, contosoToFabrikam);
  assertQuiet();
});

test("multifactor authentication done at home opens a connection", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "MFA required and trusted");
  await says(headline(page), "Noor Haddad can’t open Contoso’s Teams shared channel.");
  assert.match((await people(page))["Noor Haddad"]["Teams shared channel"], /^Until MFA/);
  const session = explanation(page).getByRole("group", { name: "In the session of Noor Haddad" });
  await session.getByRole("checkbox", { name: "MFA done at home" }).check();

  await says(headline(page), "Noor Haddad can open Contoso’s Teams shared channel.");
  assert.equal((await people(page))["Noor Haddad"]["Teams shared channel"], "Yes");
  // Teams and SharePoint: of what Contoso has, only they are within direct connect's reach.
  await announces(page, /^2 connections opened\.$/);
  await speaks(since(page), /\+2 −0/);
  const [noor] = (await rows(page)).filter((row) => row.name === "Noor Haddad");
  assert.deepEqual(noor.was, { "Teams shared channel": "no", "SharePoint Online": "no" });

  await undo(page).click();
  await says(headline(page), "Noor Haddad can’t open Contoso’s Teams shared channel.");
  await announces(page, /^2 connections closed\.$/);
  assert.ok(!(await session.getByRole("checkbox", { name: "MFA done at home" }).isChecked()));
  assertQuiet();
});

test("a setting is taken over from the default and given back", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Shipped defaults");
  const inbound = setting(page, "Contoso", "Inbound");
  const pane = (label) => panel(page, "Contoso").getByRole("radio", { name: label }).check();
  await speaks(source(inbound), /^Inherited from default/);

  await inbound.getByRole("button", { name: /^Set for Fabrikam/ }).click();
  await speaks(source(inbound), /^Set for Fabrikam/);
  await announces(page, /^No connection changed\.$/);
  await shows(page, SHUT.fabrikamToContoso);

  // What was taken over no longer follows the default; what was not, does.
  await pane("Defaults");
  await verb(inbound).selectOption("Allow");
  await speaks(source(inbound), /^Set as default/);
  await pane("About Fabrikam");
  await speaks(source(inbound), /^Set for Fabrikam/);
  assert.equal(await verb(inbound).inputValue(), "Block");
  await inbound.getByRole("button", { name: /^Return to default/ }).click();
  await speaks(source(inbound), /^Inherited from default/);
  assert.equal(await verb(inbound).inputValue(), "Allow");

  // To change what is inherited is to take it over.
  await name(page, inbound, "who", [/^Sales/]);
  await speaks(source(inbound), /^Set for Fabrikam/);
  await pane("Defaults");
  assert.match(await targets(inbound).getAttribute("aria-label"), /Now: all users$/);
  assertQuiet();
});

test("people, groups and applications come, change their names and go", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Fabrikam allowed, all others blocked");
  await openDirectory(page, "Fabrikam");
  await openDirectory(page, "Contoso");
  await add(page, "Fabrikam", "Add a person", "Zoë Quine");
  await add(page, "Fabrikam", "Add a group", "Zebras");
  await add(page, "Contoso", "Add an application", "Zeppelin");
  await eventually(async () => {
    const zoe = (await people(page))["Zoë Quine"];
    assert.equal(zoe?.["Teams shared channel"], "Yes");
    assert.equal(zoe?.Zeppelin, "No", "direct connect does not reach it");
  });

  const zoe = kind(page, "Fabrikam", "People").getByRole("group", { name: "Zoë Quine" });
  await zoe.getByRole("checkbox", { name: "Zebras" }).check();
  await name(page, setting(page, "Contoso", "Inbound"), "who", [/^Zebras/]);
  await eventually(async () => {
    const now = await people(page);
    assert.equal(now["Zoë Quine"]["Teams shared channel"], "Yes");
    assert.equal(now["Ana Ruiz"]["Teams shared channel"], "No");
  });

  const rename = async (place, from, to) => {
    const field = place.locator(`input.name-field`);
    const at = await field.evaluateAll((fields, from) => fields.findIndex(({ value }) => value === from), from);
    await field.nth(at).fill(to);
    await field.nth(at).press("Enter");
  };
  await rename(kind(page, "Fabrikam", "People"), "Zoë Quine", "Zoë Q.");
  await rename(kind(page, "Fabrikam", "Groups"), "Zebras", "Zebus");
  await rename(kind(page, "Contoso", "Applications"), "Zeppelin", "Zither");
  await eventually(async () => assert.equal((await people(page))["Zoë Q."]?.Zither, "No"));
  await eventually(async () =>
    assert.match(await targets(setting(page, "Contoso", "Inbound")).getAttribute("aria-label"), /Now: Zebus\b/),
  );

  await kind(page, "Fabrikam", "People").getByRole("button", { name: "Remove Zoë Q." }).click();
  await kind(page, "Fabrikam", "Groups").getByRole("button", { name: "Remove group Zebus" }).click();
  await kind(page, "Contoso", "Applications").getByRole("button", { name: "Remove Zither" }).click();
  await eventually(async () => {
    const now = await people(page);
    assert.ok(!("Zoë Q." in now));
    assert.ok(!("Zither" in now["Ana Ruiz"]));
  });
  // A setting keeps the id it names, whoever goes.
  await eventually(async () =>
    assert.match(await targets(setting(page, "Contoso", "Inbound")).getAttribute("aria-label"), /Now: group a2000000…/),
  );
  assertQuiet();
});

test("things of one name are told apart", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Shipped defaults");
  await openDirectory(page, "Fabrikam");
  await add(page, "Fabrikam", "Add a group", "Twins");
  await add(page, "Fabrikam", "Add a group", "Twins");
  const ana = kind(page, "Fabrikam", "People").getByRole("group", { name: "Ana Ruiz" });
  const twins = ana.getByRole("checkbox", { name: "Twins" });
  await eventually(async () => assert.equal(await twins.count(), 2));
  await twins.nth(1).check();
  await eventually(async () => {
    assert.deepEqual([await twins.nth(0).isChecked(), await twins.nth(1).isChecked()], [false, true]);
  });
  await kind(page, "Fabrikam", "Groups").getByRole("button", { name: "Remove group Twins" }).first().click();
  await eventually(async () => {
    assert.equal(await twins.count(), 1);
    assert.ok(await twins.first().isChecked(), "the one that stays is the one with the member");
  });
  await kind(page, "Fabrikam", "Groups").getByRole("button", { name: "Remove group Twins" }).click();
  await eventually(async () => assert.equal(await twins.count(), 0));
  assertQuiet();
});

test("what people type is shown as text, never interpreted", async () => {
  const hostile = ["<img src=x onerror=alert(1)>", "{{}} ${1}", "🧑🏽‍🚀 &amp; “O’Neil”", "<script>alert(2)</script>"];
  const { page, playground, assertQuiet } = await stage.open();
  const dialogs = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await startFrom(page, "Fabrikam allowed, all others blocked");
  await openDirectory(page, "Fabrikam");
  await openDirectory(page, "Contoso");
  for (const words of hostile) {
    await add(page, "Fabrikam", "Add a person", words);
    await add(page, "Fabrikam", "Add a group", words);
    await add(page, "Contoso", "Add an application", words);
    const someone = kind(page, "Fabrikam", "People").getByRole("group", { name: words, exact: true });
    await someone.getByRole("checkbox", { name: `${words}: ${words} of Fabrikam`, exact: true }).check();
    await (await cell(page, words, words)).click();
    await says(headline(page), `${words} can’t open Contoso’s ${words}.`);
  }
  const organization = panel(page, "Fabrikam").getByRole("textbox", { name: "Organization’s name" });
  await organization.fill(hostile[0]);
  await organization.press("Enter");
  await speaks(headline(page), /^<script>alert\(2\)<\/script> can’t open/);
  await eventually(async () => assert.equal(await panel(page, hostile[0]).count(), 1));
  const now = await people(page);
  for (const words of hostile) {
    assert.equal(now[words]?.["Teams shared channel"], "Yes", words);
  }
  const made = await playground.evaluate(
    (element) => element.shadowRoot.querySelectorAll("img, script, iframe, [onerror]").length,
  );
  assert.equal(made, 0, "a name was read as markup");
  assert.deepEqual(dialogs, []);
  const saved = await playground.evaluate((element) => JSON.parse(element.save()));
  assert.deepEqual(saved.tenants[1].directory.users.slice(-4).map((user) => user.displayName), hostile);
  // An image that was made after all would have asked for a file that is not there.
  assertQuiet();
});

test("the wrong group is warned of where it is named and where it refuses", async () => {
  const { page, assertQuiet } = await stage.open();
  await startFrom(page, "Marketing only, with the wrong group");
  const warning = /names Contoso’s own group Marketing\. It needs an object id of Fabrikam/;
  await speaks(setting(page, "Contoso", "Inbound"), warning);
  assert.doesNotMatch(await text(setting(page, "Fabrikam", "Outbound")), /own group/);
  await says(headline(page), "Ana Ruiz can’t open Contoso’s Teams shared channel.");
  await speaks(explanation(page).locator("ol > li").nth(1), warning);
  await speaks(explanation(page), /replace the id of Contoso’s own group Marketing by the object id that the group has in Fabrikam/);
  assertQuiet();
});

test("an object id is pasted: a wrong one is refused, a stranger’s is taken with a warning", async () => {
  const { page, playground, assertQuiet } = await stage.open();
  await startFrom(page, "Fabrikam allowed, all others blocked");
  const before = await playground.evaluate((element) => element.save());
  const inbound = setting(page, "Contoso", "Inbound");
  await targets(inbound).click();
  const field = picker(page).getByRole("textbox", { name: "Another object id" });
  for (const wrong of ["Marketing", "c2000000-0000-4000-8000-00000000000", "<b>7</b>"]) {
    await field.fill(wrong);
    await picker(page).getByRole("button", { name: "Add" }).click();
    await says(picker(page).getByRole("alert"), `“${wrong}” is not an object id. One looks like 8d2f1a3c-0b4e-4f5a-9c6d-7e8f90a1b2c3.`);
    assert.equal(await field.inputValue(), wrong, "what was typed is lost, and cannot be mended");
  }
  await settled(page);
  assert.equal(await playground.evaluate((element) => element.save()), before);
  assert.ok(await undo(page).isDisabled());

  await field.fill("  C2000000-0000-4000-8000-000000000003 ");
  await picker(page).getByRole("button", { name: "Add" }).click();
  await speaks(inbound, /names Contoso’s own group Marketing\. It needs an object id of Fabrikam/);
  await eventually(async () => assert.equal(await picker(page).getByRole("alert").count(), 0, "the complaint stays"));
  await eventually(async () => assert.match(await targets(inbound).getAttribute("aria-label"), /Now: Contoso’s own Marketing\b/));
  await shows(page, SHUT.fabrikamToContoso);
  assertQuiet();
});
