import type { SiteSettings } from './settings';

/** Brings one page to life, after a load and after each change of route. */
export function enhance(root: ParentNode, settings: SiteSettings): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('[data-start-empty]')) {
    input.value = '';
  }
  for (const opener of root.querySelectorAll<HTMLElement>('[data-opens]')) {
    opener.addEventListener('click', () => {
      const dialog = document.getElementById(opener.dataset.opens ?? '');
      if (dialog instanceof HTMLDialogElement) dialog.showModal();
    });
  }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-quiet]')) {
    form.addEventListener('submit', (event) => submitQuietly(event, form, settings));
  }
  for (const step of root.querySelectorAll('.step')) {
    step.addEventListener('click', () => {
      for (const other of document.querySelectorAll('.step')) {
        other.setAttribute('aria-pressed', String(other === step));
      }
    });
  }
  countSeats(root);
  void loadLate(root, settings);
  const log = root.querySelector('.messages');
  if (log) log.scrollTop = log.scrollHeight;
}

/** Nothing leaves the page: a line in the thread, or a word that it was understood. */
function submitQuietly(event: SubmitEvent, form: HTMLFormElement, { clean }: SiteSettings): void {
  if (form.method === 'dialog') return;
  event.preventDefault();
  const log = document.querySelector('.messages');
  if (!form.matches('.composer') || !log) {
    toast('Done. This is a demonstration, so nothing was sent.');
    return;
  }
  const field = form.querySelector('textarea');
  if (!field?.value.trim()) return;
  const line = document.createElement('li');
  line.className = `message own${clean ? ' ph-mask' : ''}`;
  const text = document.createElement('p');
  text.className = 'message-text';
  text.textContent = field.value;
  line.append(text);
  log.append(line);
  field.value = '';
  log.scrollTop = log.scrollHeight;
}

function toast(words: string): void {
  const note = document.createElement('p');
  note.className = 'toast';
  note.role = 'status';
  note.textContent = words;
  document.body.append(note);
  setTimeout(() => note.remove(), 4000);
}

function countSeats(root: ParentNode): void {
  const seats = root.querySelector<HTMLInputElement>('#seats');
  seats?.addEventListener('input', () => {
    const people = Number(seats.value);
    const price = people <= 9 ? 0 : people * 6;
    const out = document.getElementById('seats-out');
    const sum = document.getElementById('sum');
    if (out) out.textContent = String(people);
    if (sum) sum.textContent = `$${price.toFixed(2)}`;
  });
}

const LATE_MS = 900;

async function loadLate(root: ParentNode, { base }: SiteSettings): Promise<void> {
  const place = root.querySelector<HTMLElement>('[data-late]');
  if (!place) return;
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  const response = await fetch(`${base}/late/${place.dataset.late ?? ''}`);
  place.innerHTML = await response.text();
  place.parentElement?.removeAttribute('aria-busy');
}
