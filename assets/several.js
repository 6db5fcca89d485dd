// Says how many rows of a list are checked, checks them all, and keeps what is done with them in view while some are.
// Without it the same form stands above the list.
(() => {
  const bar = document.getElementById('several');
  const form = bar?.closest('form');
  if (!form) return;
  const rows = [...form.querySelectorAll('input[type=checkbox][name=id]')];
  const which = bar.querySelector('[name=which]');
  const line = document.createElement('p');
  const label = document.createElement('label');
  const all = document.createElement('input');
  const said = document.createElement('strong');
  line.className = 'checked';
  label.className = 'check';
  all.type = 'checkbox';
  said.setAttribute('role', 'status');
  label.append(all, bar.dataset.all);
  line.append(label, said);
  bar.querySelector('legend').after(line);
  const look = () => {
    const n = rows.filter((row) => row.checked).length;
    said.textContent = n === 0 ? '' : n === 1 ? bar.dataset.one : bar.dataset.many.replace('{n}', n);
    all.checked = n > 0 && n === rows.length;
    all.indeterminate = n > 0 && n < rows.length;
    bar.classList.toggle('on', n > 0);
  };
  form.addEventListener('change', (event) => {
    if (event.target === all) for (const row of rows) row.checked = all.checked;
    // Whoever checks rows means those.
    if (event.target === all || rows.includes(event.target)) which.value = 'ticked';
    look();
  });
  addEventListener('pageshow', look);
  look();
})();
