(() => {
  const desk = document.querySelector(".desk");
  const forms = [...document.querySelectorAll(".decision")];
  const author = desk.querySelector("[name=author]");
  const output = desk.querySelector("output");
  const button = (name) => desk.querySelector(`button[name=${name}]`);
  const reason = (form) => form.querySelector("[name=reason]");
  const note = (form) => form.closest("li");
  const decision = (form) => form.querySelector(":checked").value;
  const key = (form) => "targum " + desk.dataset.name + " " + form.dataset.entry;

  // A browser may forbid a page from a file to remember; then the decisions last as long as the page.
  const memory = {
    get: (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* not kept */ } },
  };

  // A string of JSON is one of TOML, but for the one control character that JSON leaves bare.
  const toml = (text) => JSON.stringify(text).replaceAll("\u007f", "\\u007f");
  const field = (text) => text.replace(/\s+/g, " ").trim();

  function show() {
    const counts = { open: 0, accept: 0, correct: 0 };
    for (const form of forms) {
      const value = decision(form);
      counts[value]++;
      for (const name of ["accept", "correct"]) note(form).classList.toggle(name, value === name);
    }
    output.textContent = `${counts.open} open, ${counts.accept} accepted, ${counts.correct} to correct`;
    button("next").disabled = counts.open === 0;
    button("corrections").disabled = counts.correct === 0;
  }

  function keep(form) {
    memory.set(key(form), { decision: decision(form), reason: reason(form).value });
    show();
  }

  function save(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function baseline() {
    const before = [...document.querySelectorAll("li[data-entry]")].map((item) => item.dataset.entry);
    const accepted = forms.filter((form) => decision(form) === "accept").map((form) =>
      form.dataset.entry + `reason = ${toml(reason(form).value)}\nauthor = ${toml(author.value)}\n`);
    return [desk.dataset.head + "\n", ...before, ...accepted].join("\n");
  }

  function corrections() {
    const rows = forms.filter((form) => decision(form) === "correct").map((form) => {
      const { check, severity } = note(form).dataset;
      const passage = form.closest(".row")?.id.slice(1) ?? "";
      const { source, target, suggestion, message } = form.dataset;
      return [passage, severity, check, source, target, suggestion, message, reason(form).value].map(field).join("\t");
    });
    const head = ["passage", "severity", "check", "source", "target", "suggestion", "message", "remark"].join("\t");
    return [head, ...rows].join("\n") + "\n";
  }

  desk.hidden = false;
  author.value = memory.get("targum reviewer") ?? "";
  author.addEventListener("change", () => memory.set("targum reviewer", author.value));
  for (const form of forms) {
    form.hidden = false;
    const kept = memory.get(key(form));
    if (kept) {
      const box = [...form.querySelectorAll("[type=radio]")].find((box) => box.value === kept.decision);
      if (box) box.checked = true;
      reason(form).value = kept.reason ?? "";
    }
    form.addEventListener("change", () => keep(form));
  }
  button("next").addEventListener("click", () => {
    const next = forms.find((form) => decision(form) === "open" && !note(form).hidden);
    if (!next) return;
    note(next).scrollIntoView({ block: "center" });
    next.querySelector("[type=radio]").focus({ preventScroll: true });
  });
  button("baseline").addEventListener("click", () => save(desk.dataset.name + ".baseline.toml", baseline()));
  button("corrections").addEventListener("click", () => save(desk.dataset.name + ".corrections.tsv", corrections()));
  show();
})();
