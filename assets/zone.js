// Says which time zone this device uses, beside a list of zones that has another one chosen, and offers to choose it.
for (const list of document.querySelectorAll("select[data-zone]")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const option = here && list.querySelector(`option[value="${CSS.escape(here)}"]`);
  if (!option) continue;
  const note = document.createElement("p");
  const use = document.createElement("button");
  note.className = "hint";
  use.type = "button";
  use.className = "btn small quiet";
  use.textContent = list.dataset.use;
  note.append(list.dataset.zone.replace("{zone}", option.textContent.trim()), " ", use);
  const show = () => (note.hidden = list.value === here);
  use.addEventListener("click", () => {
    list.value = here;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    list.focus();
  });
  list.addEventListener("change", show);
  show();
  list.after(note);
}
