// What the pages of the documentation do: fold the contents where there is little room, and copy a block.

const contents = document.querySelector(".contents");
const narrow = matchMedia("(max-width: 62rem)");
const fold = () => (contents.open = !narrow.matches);
fold();
narrow.addEventListener("change", fold);

for (const block of document.querySelectorAll("main pre")) {
  if (block.querySelector("code.language-entente")) {
    continue;
  }
  // Whoever reads by keyboard can scroll it.
  block.tabIndex = 0;
  const text = block.textContent;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  const around = Object.assign(document.createElement("div"), { className: "block" });
  block.replaceWith(around);
  around.append(block, button);
}
