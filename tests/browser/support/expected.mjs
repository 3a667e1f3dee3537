/**
 * What the documentation's examples come to, written by hand and not computed: by direct connect people
 * reach Teams shared channels and what those need, and nothing else.
 */

const row = (applications) => (word) =>
  Object.fromEntries(applications.map(([name, reached]) => [name, reached ? word : "No"]));

/** Contoso's applications, for people of Fabrikam. */
const atContoso = row([
  ["Teams shared channel", true],
  ["SharePoint Online", true],
  ["Azure portal", false],
  ["Payroll", false],
  ["any other Office 365 application", true],
  ["any other application outside Office 365", false],
]);

/** Fabrikam's applications, for people of Contoso. */
const atFabrikam = row([
  ["Teams shared channel", true],
  ["SharePoint Online", true],
  ["Campaign planner", false],
  ["any other Office 365 application", true],
  ["any other application outside Office 365", false],
]);

const MARKETING = ["Ana Ruiz", "Li Wei", "Noor Haddad"];
const OTHERS = ["Ben Okafor", "Priya Nair", "Anyone else at Fabrikam"];
const CONTOSO = [
  "Maya Lindqvist",
  "Tom Becker",
  "Aisha Rahman",
  "Jonas Weber",
  "Chloe Martin",
  "Diego Santos",
  "Anyone else at Contoso",
];

const all = (people, cells) => Object.fromEntries(people.map((person) => [person, cells]));

/** Example 2: of Fabrikam only Marketing, of Contoso everyone. */
export const EXAMPLE_2 = {
  fabrikamToContoso: { ...all(MARKETING, atContoso("Yes")), ...all(OTHERS, atContoso("No")) },
  contosoToFabrikam: all(CONTOSO, atFabrikam("Yes")),
};

/** As the service ships tenants: nobody connects. */
export const SHUT = {
  fabrikamToContoso: all([...MARKETING, ...OTHERS], atContoso("No")),
  contosoToFabrikam: all(CONTOSO, atFabrikam("No")),
};
