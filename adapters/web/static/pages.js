// The pages do without this. With it, a filter is applied as soon as it is chosen, and its
// address names only what was chosen.

for (const form of document.querySelectorAll("form[data-tidy]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") event.formData.delete(name);
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("select")) form.requestSubmit();
  });
}
