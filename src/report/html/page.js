(() => {
  const form = document.querySelector("form");
  if (!form) return;
  form.hidden = false;
  const notes = [...document.querySelectorAll(".notes > li")];
  const marks = [...document.querySelectorAll("mark, sup[data-f]")];
  const rows = [...document.querySelectorAll(".row")];
  const output = form.querySelector("output");
  const numbers = (element) => element.dataset.f.split(" ");

  function filter() {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const check = form.elements.check.value;
    const shown = new Set();
    for (const note of notes) {
      note.hidden = !severities.has(note.dataset.severity) || (check !== "" && note.dataset.check !== check);
      if (!note.hidden) shown.add(note.dataset.f);
    }
    for (const mark of marks) mark.classList.toggle("off", !numbers(mark).some((number) => shown.has(number)));
    const only = form.elements.only.checked;
    for (const row of rows) row.hidden = only && !row.querySelector(".notes > li:not([hidden]), mark:not(.off)");
    output.textContent = "Showing " + shown.size + " of " + notes.length + (notes.length === 1 ? " finding" : " findings");
  }

  function light(element, on) {
    const lit = new Set(numbers(element));
    for (const other of [...notes, ...marks]) {
      if (other.localName !== "sup" && numbers(other).some((number) => lit.has(number))) other.classList.toggle("lit", on);
    }
  }

  form.addEventListener("change", filter);
  for (const element of [...notes, ...marks]) {
    element.addEventListener("pointerenter", () => light(element, true));
    element.addEventListener("pointerleave", () => light(element, false));
  }
  filter();
})();
