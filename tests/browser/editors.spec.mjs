/** What gates ask now and then can be edited like everything else: by mouse, by keyboard, and back again. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually, settled } from "./support/eventually.mjs";
import { Keyboard, assertFocusKept } from "./support/keyboard.mjs";
import { people } from "./support/matrix.mjs";
import {
  bridge,
  kind,
  openDirectory,
  openPart,
  panel,
  redo,
  speaks,
  startFrom,
  text,
  undo,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

async function begin(title = "Marketing only", options = {}) {
  const opened = await stage.open(options);
  await startFrom(opened.page, title);
  return { ...opened, keyboard: await Keyboard.of(opened.page) };
}

const summary = (place) => place.locator("summary").first();

const word = (place, name) => place.getByRole("combobox", { name });

const box = (place, name) => place.getByRole("checkbox", { name });

const reads = (select, expected) =>
  eventually(async () =>
    assert.equal(await select.evaluate((list) => list.selectedOptions[0].textContent), expected),
  );

const canAna = (page, expected) =>
  eventually(async () => assert.equal((await people(page))["Ana Ruiz"]["Teams shared channel"], expected));

const saved = async (page) =>
  JSON.parse(await page.locator("entente-playground").evaluate((element) => element.save()));

async function undoAll(page) {
  while (await undo(page).isEnabled()) {
    await undo(page).click();
    await settled(page);
  }
}

/** Contoso's guests, stated person by person. */
async function guests(page) {
  const section = await openPart(page, "Contoso", "Guests");
  await word(section, "Guests of Contoso from Fabrikam").selectOption("stated, person by person");
  return section;
}

/** Contoso's first policy, unfolded. */
async function policyOf(page) {
  const policy = panel(page, "Contoso").locator("details.policy").first();
  await summary(policy).click();
  const further = policy.locator("details.further").first();
  await summary(further).click();
  return { policy, further };
}

async function standBy(page, name) {
  const place = bridge(page).locator("details.bystanders");
  await summary(place).click();
  const field = place.getByRole("textbox", { name: "Add an organization" });
  await field.fill(name);
  await field.press("Enter");
  await speaks(summary(place), new RegExp(`${name}$`));
  return place;
}

test("a guest’s registration, directory roles and groups are stated with the mouse", async () => {
  const { page, assertQuiet } = await begin("The same settings for collaboration");
  const section = await guests(page);
  const ana = section.locator("details.about").first();
  await summary(ana).click();
  await word(ana, "Whether Ana Ruiz is registered for MFA in Contoso").selectOption("not registered");
  await speaks(summary(ana), /not registered for MFA$/);
  await word(ana, "Directory roles of Ana Ruiz in Contoso").selectOption("stated");
  await speaks(summary(ana), /no roles$/);
  await box(ana, /^Guest Inviter.*Ana Ruiz in Contoso$/).check();
  await box(ana, /^Marketing.*Ana Ruiz in Contoso$/).check();
  await speaks(summary(ana), /1 role, 1 group$/);
  const contoso = (await saved(page)).tenants[0];
  assert.equal(contoso.guests[0].isMfaRegistered, false);
  assert.deepEqual(contoso.guests[0].directoryRoles, ["95e79109-95c0-4d8e-aee3-d01accf2d47b"]);
  const groups = contoso.directory.groups.filter((group) => group.members.includes(contoso.guests[0].id));
  assert.equal(groups.length, 1);
  await undo(page).click();
  await speaks(summary(ana), /1 role$/);
  await undo(page).click();
  await speaks(summary(ana), /no roles$/);
  await redo(page).click();
  await speaks(summary(ana), /1 role$/);
  assertQuiet();
});

test("a guest’s registration and roles are stated with the keyboard", async () => {
  const { page, keyboard, assertQuiet } = await begin("The same settings for collaboration");
  const section = await guests(page);
  const ana = section.locator("details.about").first();
  await summary(ana).focus();
  await keyboard.press("Enter");
  await keyboard.tabTo("Whether Ana Ruiz is registered for MFA in Contoso", { role: "combobox" });
  await page.keyboard.type("registered");
  await reads(word(ana, "Whether Ana Ruiz is registered for MFA in Contoso"), "registered");
  await keyboard.tabTo("Directory roles of Ana Ruiz in Contoso", { role: "combobox" });
  await page.keyboard.type("stated");
  await box(ana, /^Global Reader.*Ana Ruiz in Contoso$/).waitFor();
  await keyboard.tabTo(/^Global Reader/, { role: "checkbox" });
  await keyboard.press("Space");
  await speaks(summary(ana), /registered for MFA, 1 role$/);
  await settled(page);
  await assertFocusKept(page, "giving a guest a role");
  await keyboard.press("Control+z");
  await speaks(summary(ana), /no roles$/);
  assertQuiet();
});

test("a policy names organizations, of the scenario and by id", async () => {
  const { page, keyboard, assertQuiet } = await begin("MFA required, not trusted");
  await standBy(page, "Northwind");
  const { further } = await policyOf(page);
  await word(further, /^Organizations that .* is about$/).selectOption("named organizations");
  await box(further, /^Northwind.*, met by/).check();
  const field = further.getByRole("textbox", { name: /^Another organization’s id.*, met by/ });
  await field.fill("northwind.com");
  await field.press("Enter");
  await further.getByText("“northwind.com” is not an id.").waitFor();
  const id = "11111111-2222-4333-8444-555555555555";
  await field.fill(id);
  await field.press("Enter");
  await box(further, /^11111111….*, met by/).waitFor();
  assert.equal(await field.inputValue(), "");
  const named = async () => {
    const [policy] = (await saved(page)).tenants[0].conditionalAccessPolicies;
    return policy.conditions.users.includeGuestsOrExternalUsers.externalTenants.members;
  };
  const { tenants } = await saved(page);
  assert.deepEqual(await named(), [tenants[1].id, tenants[2].id, id]);

  // Whoever leaves Fabrikam out no longer asks Ana for anything.
  await canAna(page, "No");
  await box(further, /^Fabrikam.*, met by/).focus();
  await keyboard.press("Space");
  await canAna(page, "Yes");
  await settled(page);
  await assertFocusKept(page, "leaving an organization out");
  await keyboard.press("Control+z");
  await canAna(page, "No");
  await undoAll(page);
  await canAna(page, "No");
  assertQuiet();
});

test("a policy spares organizations, roles and applications", async () => {
  const { page, keyboard, assertQuiet } = await begin("MFA required, not trusted");
  const { further } = await policyOf(page);
  const spared = further.locator("details.further").last();
  await summary(spared).focus();
  await keyboard.press("Enter");
  await box(spared, /^Direct connect users.*, spared by/).check();
  await canAna(page, "Yes");
  await word(spared, /^Organizations that .* spares$/).selectOption("named organizations");
  await box(spared, /^Fabrikam.*, spared by/).uncheck();
  await canAna(page, "No");
  await box(spared, /^Teams shared channel.*, spared by/).check();
  await canAna(page, "Yes");
  await box(spared, /^Global Reader.*, spared by/).check();
  await speaks(summary(spared), /external users, 1 role, 1 application$/);
  await speaks(summary(further), /spares some/);
  await undoAll(page);
  await canAna(page, "No");
  assertQuiet();
});

test("a policy narrows to some sign-ins, asks for a custom control, and has a strength of its own", async () => {
  const { page, assertQuiet } = await begin("MFA required, not trusted");
  const { policy, further } = await policyOf(page);
  await box(further, /^outside trusted locations/).check();
  await canAna(page, "Depends");
  await box(further, /^outside trusted locations/).uncheck();
  await canAna(page, "No");
  await box(further, /^Custom control/).check();
  await speaks(summary(policy), /a custom control/);
  await word(further, /^Authentication strength of/).selectOption("a strength of its own");
  await box(further, /^FIDO2 key or passkey/).check();
  await box(further, /^text message/).check();
  const [kept] = (await saved(page)).tenants[0].conditionalAccessPolicies;
  assert.deepEqual(kept.grantControls.authenticationStrength.allowedCombinations, ["fido2", "password,sms"]);
  assert.equal(kept.grantControls.customAuthenticationFactors.length, 1);
  await undoAll(page);
  assertQuiet();
});

test("a bystander’s restrictions about each organization decide for whoever is on its network", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  const place = await standBy(page, "Northwind");
  await openDirectory(page, "Fabrikam");
  const ana = kind(page, "Fabrikam", "People").getByRole("group", { name: "Ana Ruiz", exact: true });
  await word(ana, "Whose network Ana Ruiz is on").selectOption("Northwind’s");
  await canAna(page, "No");
  for (const about of ["Fabrikam", "Contoso"]) {
    const one = place.locator(".about-others > li").filter({ hasText: `About ${about}` });
    await summary(one).focus();
    await keyboard.press("Enter");
    const verb = word(one, `Northwind’s tenant restrictions about ${about}: allow or block`);
    await keyboard.tabTo(`Northwind’s tenant restrictions about ${about}: allow or block`, { role: "combobox" });
    await page.keyboard.type("Allow");
    await reads(verb, "Allow");
    await speaks(summary(one), /set$/);
    await settled(page);
    await assertFocusKept(page, "setting a bystander’s restrictions");
    if (about === "Fabrikam") {
      // Which of the two counts, no page says.
      await canAna(page, "Not documented");
    }
  }
  await canAna(page, "Yes");
  await word(place, "Northwind’s Microsoft cloud").selectOption("Azure Government (US)");
  await reads(word(place, "Northwind’s Microsoft cloud"), "Azure Government (US)");
  await undo(page).click();
  const contoso = place.locator(".about-others > li").filter({ hasText: "About Contoso" });
  await contoso.getByRole("button", { name: "Return to default: Northwind’s tenant restrictions about Contoso" }).click();
  await canAna(page, "Not documented");
  await undoAll(page);
  await canAna(page, "Yes");
  assertQuiet();
});

test("a tenant’s restrictions about third parties and personal accounts have their lines", async () => {
  const { page, assertQuiet } = await begin();
  const section = await openPart(page, "Contoso", "Tenant restrictions");
  const line = section.locator(".about-others > li").filter({ hasText: "About personal accounts" });
  await summary(line).click();
  const name = "Contoso’s tenant restrictions about personal accounts";
  await word(line, `${name}: allow or block`).selectOption("Allow");
  await speaks(summary(section), /set for 1 third party/);
  await line.getByRole("button", { name: new RegExp(`^${name}: who`) }).click();
  const picker = line.getByRole("group", { name: `${name}: who` });
  await picker.getByText("Settings about personal accounts cannot name single ones of them.").waitFor();
  assert.equal(await picker.getByRole("checkbox").count(), 1);
  await undo(page).click();
  await speaks(summary(line), /as by default$/);
  assertQuiet();
});

test("domains and sign-in names are edited where they are listed", async () => {
  const { page, assertQuiet } = await begin();
  await openDirectory(page, "Fabrikam");
  const domains = kind(page, "Fabrikam", "Domains").getByRole("textbox", { name: "Fabrikam’s domains" });
  await domains.fill("fabrikam.example, fabrikam.com");
  await domains.press("Enter");
  await eventually(async () => assert.match(await text(panel(page, "Fabrikam").locator("header")), /fabrikam\.example/));
  const ana = kind(page, "Fabrikam", "People").getByRole("group", { name: "Ana Ruiz", exact: true });
  await ana.locator(".about > summary").click();
  const name = ana.getByRole("textbox", { name: "Sign-in name of Ana Ruiz" });
  await name.fill("");
  await name.press("Enter");
  await ana.getByText("is not a sign-in name").waitFor();
  await name.fill("ana@fabrikam.example");
  await name.press("Enter");
  await eventually(async () => assert.match(await text(ana.locator(".head")), /ana@fabrikam\.example/));
  await undoAll(page);
  await eventually(async () => assert.doesNotMatch(await text(panel(page, "Fabrikam").locator("header")), /fabrikam\.example/));
  assertQuiet();
});

/** Runs in the page: the role and name of every control that is used more than once, everything unfolded. */
const twins = () => {
  const root = document.querySelector("entente-playground").shadowRoot;
  const controls = root.querySelectorAll(".stage :is(button, input, select, summary)");
  const seen = new Map();
  for (const control of controls) {
    if (control.closest("[hidden]")) continue;
    const label = control.getAttribute("aria-label") ?? control.labels?.[0]?.textContent ?? control.textContent;
    const role = control.localName + (control.type ?? "");
    const name = `${role} “${label.replace(/\s+/g, " ").trim()}”`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return { count: seen.size, twins: [...seen].filter(([, times]) => times > 1).map(([name]) => name) };
};

test("no two controls of the panels have one name", async () => {
  const { page, assertQuiet } = await begin("MFA required, not trusted");
  await panel(page, "Fabrikam").getByRole("button", { name: /^Add one: policy/ }).click();
  await guests(page);
  await standBy(page, "Northwind");
  for (const pane of [/^About/, /^Defaults/]) {
    for (const tenant of ["Contoso", "Fabrikam"]) {
      await panel(page, tenant).getByRole("radio", { name: pane }).check();
    }
    await settled(page);
    const found = await page.evaluate(twins);
    assert.ok(found.count > 200, `only ${found.count} controls were looked at`);
    assert.deepEqual(found.twins, []);
  }
  assertQuiet();
});
