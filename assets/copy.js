// Copies an address at the press of a button, which is not there without a script.
for (const button of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand('copy');
    }
    document.getElementById(`${field.id}-said`).textContent = button.dataset.said;
  });
}
