// Tells how far long work is and shows the page anew when it is done. Without it a link does.
(() => {
  const note = document.querySelector('[data-work]');
  if (!note) return;
  const line = note.querySelector('span');
  const look = async () => {
    try {
      const told = await (await fetch(note.dataset.work)).json();
      if (!told.busy) {
        location.reload();
        return;
      }
      line.textContent = note.dataset.text.replace('{n}', told.steps).replace('{s}', told.seconds);
    } catch {
      // Offline for a moment: the next look may succeed.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 700);
})();
