// Adds a button to each text that is meant to be copied; without this script the text can be selected.
const { copy, copied } = document.currentScript.dataset;
for (const text of navigator.clipboard ? document.querySelectorAll(".portfolio-copy.container") : []) {
  const button = document.createElement("button");
  const heading = text.closest("section, article > div")?.querySelector("h2, h3, h4")?.firstChild?.textContent ?? "";
  button.type = "button";
  button.textContent = copy;
  button.setAttribute("aria-label", `${copy}: ${heading}`);
  button.addEventListener("click", async () => {
    const paragraphs = [...text.querySelectorAll("p")].map(each => each.textContent);
    await navigator.clipboard.writeText(paragraphs.join("\n\n"));
    button.textContent = copied;
    button.setAttribute("aria-label", `${copied}: ${heading}`);
  });
  text.append(button);
}
