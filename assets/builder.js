// Questions of an application form are put in order by dragging their handles, which are not there without a script:
// the buttons beside them do the same, by keyboard too. The preview follows to the question that is looked at.
(() => {
  const lists = [...document.querySelectorAll('ul.questions')];
  const rows = [...document.querySelectorAll('ul.questions > li')];
  let row = null;
  let from = null;

  const place = (x, y) => {
    const under = document.elementFromPoint(x, y);
    const list = under?.closest('ul.questions') ?? under?.closest('section.part')?.querySelector('ul.questions');
    if (!list) return;
    const over = under.closest('ul.questions > li');
    if (over === row) return;
    if (!over) {
      list.append(row);
      return;
    }
    const box = over.getBoundingClientRect();
    if (y < box.top + box.height / 2) over.before(row);
    else over.after(row);
  };

  // Near an edge of the window the page moves along.
  const edge = (y) => {
    if (y < 90) scrollBy(0, -14);
    else if (y > innerHeight - 60) scrollBy(0, 14);
  };

  const end = (isKept) => {
    if (!row) return;
    const moved = row;
    row = null;
    moved.classList.remove('dragged');
    if (!isKept) {
      from.list.insertBefore(moved, from.next);
      return;
    }
    const list = moved.parentElement;
    if (list === from.list && moved.nextElementSibling === from.next) return;
    const form = moved.querySelector('form.move');
    const said = { act: 'to', part: list.dataset.part, before: moved.nextElementSibling?.dataset.q ?? '' };
    for (const [name, value] of Object.entries(said)) {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = value;
      form.append(input);
    }
    form.submit();
  };

  for (const li of rows) {
    const handle = document.createElement('span');
    handle.className = 'handle';
    handle.setAttribute('aria-hidden', 'true');
    li.prepend(handle);
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      row = li;
      from = { list: li.parentElement, next: li.nextElementSibling };
      li.classList.add('dragged');
      handle.setPointerCapture(event.pointerId);
    });
    handle.addEventListener('pointermove', (event) => {
      if (row !== li) return;
      edge(event.clientY);
      place(event.clientX, event.clientY);
    });
    handle.addEventListener('pointerup', () => end(true));
    handle.addEventListener('pointercancel', () => end(false));
  }
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end(false);
  });

  const phone = document.querySelector('.phone');
  if (!phone || lists.length === 0) return;
  let shown = null;
  const show = (li) => {
    const question = phone.querySelector(`[data-of="${CSS.escape(li.dataset.q)}"]`);
    if (!question || question === shown) return;
    shown?.classList.remove('here');
    shown = question;
    question.classList.add('here');
    const top = question.getBoundingClientRect().top - phone.getBoundingClientRect().top + phone.scrollTop;
    phone.scrollTo({ top: top - 40 });
  };
  for (const li of rows) {
    li.addEventListener('mouseenter', () => row || show(li));
    li.addEventListener('focusin', () => show(li));
  }
})();
