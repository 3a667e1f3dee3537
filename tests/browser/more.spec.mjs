/** What decides beside the everyday settings: out of the way until it is wanted, in sight once it is set. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually, settled } from "./support/eventually.mjs";
import { Keyboard, assertFocusKept } from "./support/keyboard.mjs";
import { people } from "./support/matrix.mjs";
import {
  bridge,
  kind,
  more,
  openDirectory,
  openPart,
  panel,
  part,
  redo,
  speaks,
  startFrom,
  strip,
  text,
  undo,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

/** From Fabrikam to Contoso, whose panel stands first. */
const INBOUND = "←";

async function begin(title = "Marketing only", options = {}) {
  const opened = await stage.open(options);
  await startFrom(opened.page, title);
  return { ...opened, keyboard: await Keyboard.of(opened.page) };
}

const gates = async (page) => (await strip(page, INBOUND).locator("em").allInnerTexts()).toSorted();

const summary = (place) => place.locator("summary").first();

/** Waits until a list shows this choice. */
const reads = (select, expected) =>
  eventually(async () =>
    assert.equal(await select.evaluate((list) => list.selectedOptions[0].textContent), expected),
  );

const word = (place, name) => place.getByRole("combobox", { name });

const canAna = (page, expected) =>
  eventually(async () => assert.equal((await people(page))["Ana Ruiz"]["Teams shared channel"], expected));

test("whoever wants inbound and outbound sees one line more, and no gate more", async () => {
  const { page, assertQuiet } = await begin();
  for (const tenant of ["Contoso", "Fabrikam"]) {
    assert.equal(await more(page, tenant).getAttribute("open"), null);
    assert.equal(await text(more(page, tenant)), `More that decides clouds, guests, networks, Teams for ${tenant}`);
  }
  assert.deepEqual(await gates(page), ["Access", "Inbound", "Outbound"]);
  assertQuiet();
});

test("a Teams policy shuts the channel, its gate leads to it, and undo opens the channel", async () => {
  const { page, assertQuiet } = await begin();
  await canAna(page, "Yes");
  const teams = await openPart(page, "Contoso", "Teams");
  const invite = teams.getByRole("group", { name: "People with Contoso’s policy Global" });
  await invite.getByRole("checkbox", { name: "may invite external people to them" }).uncheck();
  await canAna(page, "No");
  await speaks(summary(teams), /^Teams 1 channel policy\b/);
  await speaks(summary(more(page, "Contoso")), /Teams: 1 channel policy/);
  await eventually(async () => assert.deepEqual(await gates(page), ["Access", "Inbound", "Outbound", "Teams"]));

  await summary(more(page, "Contoso")).click();
  await bridge(page).getByRole("button", { name: /Teams.*: shut, .*Show the setting$/ }).click();
  await eventually(async () => {
    assert.notEqual(await more(page, "Contoso").getAttribute("open"), null);
    const focused = await page.evaluate(() => {
      const root = document.querySelector("entente-playground").shadowRoot;
      return { place: root.activeElement?.dataset.setting, lit: root.activeElement?.className };
    });
    assert.match(focused.place ?? "", /teams\/channelsPolicies/);
    assert.match(focused.lit, /\blit\b/);
  });

  await undo(page).click();
  await canAna(page, "Yes");
  await eventually(async () => assert.deepEqual(await gates(page), ["Access", "Inbound", "Outbound"]));
  assertQuiet();
});

test("a Teams policy of its own is added, assigned, named and removed", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  const teams = await openPart(page, "Fabrikam", "Teams");
  const field = teams.getByRole("textbox", { name: "Add a channel policy of Fabrikam" });
  await field.fill("Faculty");
  await field.press("Enter");
  const faculty = teams.getByRole("group", { name: "People with Fabrikam’s policy Faculty" });
  await faculty.getByRole("checkbox", { name: "may join external shared channels" }).uncheck();
  await canAna(page, "Yes");
  await teams.getByText("Assigned to nobody").click();
  await teams.getByRole("checkbox", { name: "Marketing group" }).check();
  await canAna(page, "No");
  await speaks(teams.locator(".assigned summary"), /^Assigned to 1 group\b/);
  const name = teams.getByRole("textbox", { name: /^Name of Fabrikam’s channel policy/ });
  await name.fill("Staff");
  await name.press("Enter");
  const remove = teams.getByRole("button", { name: "Remove Fabrikam’s channel policy Staff" });
  await remove.focus();
  await keyboard.press("Enter");
  await remove.waitFor({ state: "detached" });
  await settled(page);
  await assertFocusKept(page, "removing a channel policy");
  await canAna(page, "Yes");
  assertQuiet();
});

/** For each section: a word, what it says before, what is chosen, and what the line says then. */
const WORDS = [
  ["Microsoft cloud", "Contoso’s Microsoft cloud", "the commercial cloud", "Azure Government (US)", /Azure Government/],
  ["Microsoft cloud", "Whether Contoso has added Fabrikam", "has added", "has not added", null],
  ["Guests", "Who may invite guests to Contoso", "everyone, guests included", "nobody", /nobody may invite/],
  ["Guests", "Whether Fabrikam may synchronize users into Contoso", "may not", "may", /synchronizes from Fabrikam/],
  ["Guests", "Guests of Contoso from Fabrikam", "not stated: all are taken to be guests", "stated, person by person", /5 stated/],
  ["Tenant restrictions", "Contoso’s tenant restrictions: allow or block", "Block", "Allow", /set for Fabrikam/],
  ["Teams", "Contoso’s Teams service", "the commercial service", "GCC", /GCC/],
  ["Service providers", "Whether Fabrikam is a service provider of Contoso", "is not", "is", /Fabrikam is one/],
  ["Service providers", "Whether Contoso’s people may administer Fabrikam", "may", "may not", /no administration of Fabrikam/],
];

test("every word is set with the mouse, shows on its line, and follows undo and redo", async () => {
  const { page, assertQuiet } = await begin();
  for (const [title, name, before, after, says] of WORDS) {
    const section = await openPart(page, "Contoso", title);
    const list = word(section, name);
    await reads(list, before);
    const was = await text(summary(section));
    await list.selectOption(after);
    await reads(list, after);
    if (says) {
      await speaks(summary(section), says);
      await speaks(summary(more(page, "Contoso")), says);
    }
    await undo(page).click();
    await reads(list, before);
    await eventually(async () => assert.equal(await text(summary(section)), was));
    await redo(page).click();
    await reads(list, after);
    await undo(page).click();
    await reads(list, before);
  }
  assertQuiet();
});

test("every word is reached and set with the keyboard", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  await summary(more(page, "Contoso")).focus();
  await keyboard.press("Enter");
  for (const [title, name, before, after] of WORDS) {
    await summary(part(page, "Contoso", title)).focus();
    if ((await part(page, "Contoso", title).getAttribute("open")) === null) {
      await keyboard.press("Enter");
    }
    await keyboard.tabTo(name, { role: "combobox" });
    const list = word(part(page, "Contoso", title), name);
    // A closed list follows what is typed.
    await page.keyboard.type(after);
    await reads(list, after);
    await settled(page);
    await assertFocusKept(page, `choosing “${after}”`);
    await keyboard.press("Control+z");
    await reads(list, before);
  }
  assertQuiet();
});

test("a guest is stated person by person", async () => {
  const { page, assertQuiet } = await begin("The same settings for collaboration");
  const section = await openPart(page, "Contoso", "Guests");
  await word(section, "Guests of Contoso from Fabrikam").selectOption("stated, person by person");
  await word(section, "Ana Ruiz in Contoso").selectOption("is invited and has not redeemed");
  await speaks(summary(section), /5 stated, 1 pending/);
  await word(section, "What Ana Ruiz signs in to Contoso with").selectOption("a Google account");
  await word(section, "What Ana Ruiz is in Contoso").selectOption("a member");
  await word(section, "Ana Ruiz in Contoso").selectOption("has no guest object");
  await speaks(summary(section), /4 stated/);
  assert.equal(await word(section, "What Ana Ruiz signs in to Contoso with").count(), 0);
  for (let steps = 0; steps < 5; steps += 1) {
    await undo(page).click();
  }
  await speaks(summary(section), /everyone may invite/);
  assertQuiet();
});

test("a wrong domain is said to be wrong, stays to be put right, and changes nothing", async () => {
  const { page, assertQuiet } = await begin();
  const section = await openPart(page, "Contoso", "Guests");
  await word(section, "Contoso’s domains for invitations").selectOption("these domains alone");
  const field = section.getByRole("textbox", { name: "Contoso’s domains for invitations, by name" });
  await eventually(async () => assert.equal(await field.inputValue(), "fabrikam.com"));
  await field.fill("fabrikam.com, north wind");
  await field.press("Enter");
  await section.getByText("“north” is not a domain.").waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await field.inputValue(), "fabrikam.com, north wind");
  await speaks(summary(section), /1 domain only/);

  await field.fill("Fabrikam.com northwind.com");
  await field.press("Enter");
  await speaks(summary(section), /2 domains only/);
  await eventually(async () => assert.equal(await field.inputValue(), "fabrikam.com, northwind.com"));
  assert.equal(await section.getByText("is not a domain").count(), 0);
  await field.fill("nonsense");
  await field.press("Escape");
  assert.equal(await field.inputValue(), "fabrikam.com, northwind.com");
  await word(section, "Contoso’s domains for invitations").selectOption("any domain but these");
  await speaks(summary(section), /all but 2 domains/);
  assertQuiet();
});

test("the order of identities at redemption is a default", async () => {
  const { page, assertQuiet } = await begin();
  await panel(page, "Contoso").getByRole("radio", { name: "Defaults" }).check();
  const section = await openPart(page, "Contoso", "Guests");
  await word(section, "First identity at redemption in Contoso").selectOption("federation");
  await reads(word(section, "Second identity at redemption in Contoso"), "Microsoft Entra ID");
  await word(section, "Last identity at redemption in Contoso").selectOption("a passcode by e-mail");
  await word(section, "Third identity at redemption in Contoso").selectOption("nothing");
  await reads(word(section, "Third identity at redemption in Contoso"), "nothing");
  assertQuiet();
});

test("tenant restrictions name the other organization’s people, and are inherited until set", async () => {
  const { page, assertQuiet } = await begin();
  const section = await openPart(page, "Contoso", "Tenant restrictions");
  const source = section.locator("footer").first();
  await speaks(source, /^Inherited from default/);
  await word(section, "Contoso’s tenant restrictions: allow or block").selectOption("Allow");
  await section.getByRole("button", { name: /tenant restrictions: who\. Now: all users/ }).click();
  const picker = section.getByRole("group", { name: "Contoso’s tenant restrictions: who" });
  await picker.getByRole("checkbox", { name: /^Marketing/ }).check();
  assert.equal(await picker.getByRole("checkbox", { name: /Project Aurora/ }).count(), 0);
  await picker.getByRole("button", { name: "Done" }).click();
  await speaks(source, /^Set for Fabrikam/);
  await section.getByRole("button", { name: /^Return to default: Contoso’s tenant restrictions/ }).click();
  await speaks(source, /^Inherited from default/);

  await panel(page, "Contoso").getByRole("radio", { name: "Defaults" }).check();
  await section.getByRole("button", { name: /tenant restrictions: who\. Now: all users/ }).click();
  assert.equal(await picker.getByRole("checkbox").count(), 1, "defaults name everyone alone");
  assertQuiet();
});

test("an organization that stands by has a network to be on, and comes and goes", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  const place = bridge(page).locator("details.bystanders");
  await summary(place).click();
  const field = place.getByRole("textbox", { name: "Add an organization" });
  await field.fill("Northwind");
  await field.press("Enter");
  await speaks(summary(place), /^Other organizations Northwind$/);

  await openDirectory(page, "Fabrikam");
  const ana = kind(page, "Fabrikam", "People").getByRole("group", { name: "Ana Ruiz", exact: true });
  await word(ana, "Whose network Ana Ruiz is on").selectOption("Northwind’s");
  await word(ana, "What says that Ana Ruiz is on this network").selectOption("Global Secure Access");
  await word(ana, "Whose network Ana Ruiz is on").selectOption("Contoso’s");
  await speaks(summary(await openPart(page, "Contoso", "Tenant restrictions")), /1 person on its network/);

  const remove = place.getByRole("button", { name: "Remove Northwind" });
  await remove.focus();
  await keyboard.press("Enter");
  await remove.waitFor({ state: "detached" });
  await settled(page);
  await assertFocusKept(page, "removing an organization");
  await speaks(summary(place), /^Other organizations none$/);
  assertQuiet();
});

test("a person’s e-mail address and kind are stated where they matter", async () => {
  const { page, assertQuiet } = await begin();
  await openDirectory(page, "Fabrikam");
  const ana = kind(page, "Fabrikam", "People").getByRole("group", { name: "Ana Ruiz", exact: true });
  await ana.locator(".about > summary").click();
  const mail = ana.getByRole("textbox", { name: /^E-mail of Ana Ruiz/ });
  await mail.fill("ana");
  await mail.press("Enter");
  await ana.getByText("“ana” is not an e-mail address.").waitFor();
  await mail.fill("ana.ruiz@mail.example");
  await mail.press("Enter");
  await speaks(ana.locator(".about > summary"), /ana\.ruiz@mail\.example/);
  await mail.fill("");
  await mail.press("Enter");
  await eventually(async () => assert.doesNotMatch(await text(ana.locator(".about > summary")), /mail\.example/));
  await word(ana, "Whether Ana Ruiz is a member or a guest of Fabrikam").selectOption("a guest");
  await speaks(ana.locator(".about > summary"), /a guest$/);
  assertQuiet();
});

test("a policy says more where it does, and its text survives", async () => {
  const { page, assertQuiet } = await begin("MFA required, not trusted");
  const policy = panel(page, "Contoso").locator("details.policy").first();
  await summary(policy).click();
  const further = policy.locator("details.further").first();
  await further.locator("> summary").click();
  await word(further, /^Authentication strength of/).selectOption("phishing-resistant strength");
  await word(further, /^Organizations that .* is about$/).selectOption("named organizations");
  await further.getByRole("checkbox", { name: "Sign-in frequency" }).check();
  await further.getByRole("checkbox", { name: "Local guests" }).check();
  await speaks(further.locator("> summary"), /a strength, named organizations, Sign-in frequency/);
  const kept = JSON.parse(await page.locator("entente-playground").evaluate((element) => element.save()));
  const [saved] = kept.tenants[0].conditionalAccessPolicies;
  assert.equal(saved.grantControls.authenticationStrength.id, "00000000-0000-0000-0000-000000000004");
  assert.deepEqual(saved.sessionControls, { signInFrequency: { isEnabled: true } });
  const users = saved.conditions.users.includeGuestsOrExternalUsers;
  assert.match(users.guestOrExternalUserTypes, /internalGuest/);
  assert.deepEqual(users.externalTenants, { membershipKind: "enumerated", members: [kept.tenants[1].id] });
  for (let steps = 0; steps < 4; steps += 1) {
    await undo(page).click();
  }
  await eventually(async () => assert.ok(await undo(page).isDisabled()));
  assertQuiet();
});
