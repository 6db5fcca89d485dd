// Saves a form while one types, and counts words. Without it every press of a button saves all the same.
(() => {
  const form = document.querySelector('form[data-autosave]');
  if (!form) return;
  const status = form.querySelector('.saved');
  // What the reader has to act on is set off, and comes into view when it is first said.
  const say = (text, isGrave = false) => {
    if (status.textContent !== text) status.textContent = text;
    const isNew = isGrave && !status.classList.contains('stop');
    for (const name of ['note', 'stop']) status.classList.toggle(name, isGrave);
    if (isNew) status.scrollIntoView({ block: 'nearest' });
  };
  // The clock as pages tell it: `1:05 p.m.`, in Spanish `1:05 p. m.`.
  const clock = (at) => {
    const half = at.getHours() < 12 ? 'a' : 'p';
    const m = document.documentElement.lang === 'es' ? '. m.' : '.m.';
    return `${at.getHours() % 12 || 12}:${String(at.getMinutes()).padStart(2, '0')} ${half}${m}`;
  };
  let timer = 0;
  let busy = false;
  let dirty = false;
  let stopped = false;

  const save = async (last) => {
    clearTimeout(timer);
    if (!dirty || stopped || (busy && !last)) return;
    busy = true;
    dirty = false;
    const body = new URLSearchParams(new FormData(form));
    try {
      // What is sent as the page goes away may hold 64 kB at most.
      const keepalive = Boolean(last) && body.toString().length < 60000;
      const answer = await fetch(`${form.action}/autosave`, { method: 'POST', body, keepalive });
      if (answer.status === 404) {
        // Sent, or closed from another device: what stands here stays for the reader to copy.
        stopped = true;
        say(form.dataset.gone, true);
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      if (told.conflicts.length) {
        stopped = true;
        say(form.dataset.conflict.replace('{}', told.conflicts.join(', ')));
      } else {
        // Only what was written here is known at the new revision; another page may have changed the rest.
        for (const id of told.written) {
          form.elements[`seen-${id}`].value = told.revision;
          // What is typed next is compared with what is kept now, not with what the page began with.
          form.elements[`was-${id}`].value = told.marks[id];
        }
        say(form.dataset.saved.replace('{}', clock(new Date())));
      }
    } catch (error) {
      dirty = true;
      // No answer at all, or one that says that nothing can be saved now.
      const isOffline = error instanceof TypeError;
      say(isOffline ? form.dataset.offline : form.dataset.refused, !isOffline);
      timer = setTimeout(save, 8000);
    }
    busy = false;
    if (dirty && !stopped) timer = setTimeout(save, 1500);
  };

  const count = (field) => {
    const place = field.closest('.field').querySelector('.count');
    const words = field.value.trim().split(/\s+/).filter(Boolean).length;
    place.textContent = place.dataset.count.replace('{n}', words).replace('{most}', field.dataset.maxWords);
    place.classList.toggle('over-most', words > Number(field.dataset.maxWords));
  };
  for (const field of form.querySelectorAll('[data-max-words]')) {
    if (field.value) count(field);
    field.addEventListener('input', () => count(field));
  }

  form.addEventListener('input', () => {
    dirty = true;
    if (!busy && !stopped) say(form.dataset.saving);
    clearTimeout(timer);
    timer = setTimeout(save, 1200);
  });
  // What was typed before this script ran.
  const isNew = (e) => (/^(checkbox|radio)$/.test(e.type) ? e.checked !== e.defaultChecked : e.value !== e.defaultValue);
  if ([...form.elements].some((e) => e.type !== 'hidden' && 'defaultValue' in e && isNew(e))) {
    dirty = true;
    say(form.dataset.saving);
    timer = setTimeout(save, 1200);
  }
  form.addEventListener('submit', () => { stopped = true; clearTimeout(timer); });
  addEventListener('online', () => save());
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(true); });
})();
