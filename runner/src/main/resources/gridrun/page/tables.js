'use strict';

/* Tables are sorted by a column, and filtered by words; pictures are enlarged. */

const number = text => /^[-+]?\.?\d/.test(text) ? parseFloat(text) : NaN;

function compare(one, other) {
  const a = number(one), b = number(other);
  if (one === '' || other === '') return (one === '') - (other === '');
  return Number.isNaN(a) || Number.isNaN(b) ? one.localeCompare(other) : a - b;
}

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => head.firstElementChild.addEventListener('click', () => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    heads.forEach(each => each.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const cell = row => row.cells[column].textContent;
    body.append(...[...body.rows].sort((a, b) => (down ? -1 : 1) * compare(cell(a), cell(b))));
  }));
}

function filtered(filter) {
  const table = filter.closest('section').querySelector('table.sortable');
  const heads = [...table.tHead.rows[0].cells].map(head => head.textContent);
  filter.addEventListener('input', () => {
    const words = filter.value.trim().toLowerCase().split(/\s+/).filter(word => word);
    const rows = [...table.tBodies[0].rows];
    const cells = rows.map(row => [...row.cells].map((cell, i) => `${heads[i]}=${cell.textContent}`.toLowerCase()));
    // dropout=0 is not 0.3; until a value is written out, its beginning counts.
    const whole = new Set(words.filter(word => cells.some(texts => texts.includes(word))));
    rows.forEach((row, i) => row.hidden = !words.every(word =>
      whole.has(word) ? cells[i].includes(word) : cells[i].some(text => text.includes(word))));
  });
}

function enlarged(button) {
  button.addEventListener('click', () =>
    button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') === 'false'));
}

function ready(part) {
  part.querySelectorAll('table.sortable').forEach(sortable);
  part.querySelectorAll('.filter input').forEach(filtered);
  part.querySelectorAll('.pictures button').forEach(enlarged);
}

ready(document);
