const baseUrl = "/handbook/";

export default {
  title: "A site with examples",
  url: "https://example.org",
  baseUrl,
  onBrokenLinks: "throw",
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/", sidebarPath: undefined }]],
  themes: ["@docusaurus/theme-classic"],
  scripts: [{ src: `${baseUrl}entente/embed/entente.js`, defer: true }],
  themeConfig: { navbar: { title: "A site with examples" } },
};
