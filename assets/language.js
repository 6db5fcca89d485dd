// Keeps what was typed into a page's forms while the language is switched. Nothing leaves this browser.
(() => {
  const key = `weft-typed ${location.pathname}`;
  const typed = (e) => {
    if (!e.name || e.disabled || /^(hidden|password|file|submit|button)$/.test(e.type)) return false;
    if (/^(checkbox|radio)$/.test(e.type)) return e.checked !== e.defaultChecked;
    if (e.tagName === 'SELECT') return [...e.options].some((o) => o.selected !== o.defaultSelected);
    return e.value !== e.defaultValue;
  };
  const forms = () => [...document.querySelectorAll('main form')];
  const fields = () => forms().flatMap((form, n) => [...form.elements].map((e) => [`${n} ${form.getAttribute('action')} ${e.name} ${/^(checkbox|radio)$/.test(e.type) ? e.value : ''}`, e]));
  for (const button of document.querySelectorAll('form[action="/language"]')) {
    button.addEventListener('submit', () => {
      const kept = fields().filter(([, e]) => typed(e)).map(([place, e]) => [place, /^(checkbox|radio)$/.test(e.type) ? e.checked : e.value]);
      if (kept.length) sessionStorage.setItem(key, JSON.stringify(kept));
    });
  }
  const kept = sessionStorage.getItem(key);
  if (!kept) return;
  sessionStorage.removeItem(key);
  const here = new Map(fields());
  for (const [place, value] of JSON.parse(kept)) {
    const e = here.get(place);
    if (!e) continue;
    if (typeof value === 'boolean') e.checked = value;
    else e.value = value;
    for (const name of ['input', 'change']) e.dispatchEvent(new Event(name, { bubbles: true }));
  }
})();
