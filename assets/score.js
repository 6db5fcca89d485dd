// Counts the mean along while scores are chosen. Without it the page says it when the draft is saved.
(() => {
  const said = document.querySelector('.so-far');
  if (!said) return;
  const rubric = said.closest('form');
  const criteria = [...rubric.querySelectorAll('fieldset[data-weight]')];
  rubric.addEventListener('change', () => {
    let [sum, weight, n] = [0, 0, 0];
    for (const criterion of criteria) {
      const chosen = criterion.querySelector(':checked');
      if (!chosen) continue;
      const heavy = Number(criterion.dataset.weight);
      sum += Number(chosen.value) * heavy;
      weight += heavy;
      n += 1;
    }
    if (weight === 0) return;
    const mean = (sum / weight).toFixed(2).replace('.', said.dataset.point);
    said.textContent = said.dataset.text.replace('%m', mean).replace('%n', n);
  });
})();
