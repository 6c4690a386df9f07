'use strict';

/* A page that is watched: its server tells that something has changed, and the parts that did are put in place. */

const parts = page => new Map([...page.querySelectorAll('main > [id]')].map(part => [part.id, part.outerHTML]));
let known = parts(document);
const status = document.createElement('p');
status.className = 'hint';
status.setAttribute('role', 'status');
document.querySelector('h1').after(status);
const say = text => { if (status.textContent !== text) status.textContent = text; };

/** A configuration's name, whatever its rank is by now. */
const named = summary => summary.textContent.replace(/^\d+ */, '');

/** What a reader has chosen in a part: words to filter by, the order of rows, what is unfolded, the focus. */
function choices(part) {
  const filter = part.querySelector('.filter input');
  const heads = [...part.querySelectorAll('.sortable th')];
  const sorted = heads.findIndex(head => head.hasAttribute('aria-sort'));
  const focusable = [...part.querySelectorAll('button, input, summary, [tabindex]')];
  return {
    words: filter ? filter.value : '', sorted,
    down: sorted >= 0 && heads[sorted].getAttribute('aria-sort') === 'descending',
    open: new Set([...part.querySelectorAll('details[open] > summary')].map(named)),
    focus: focusable.indexOf(document.activeElement),
  };
}

function choose(part, {words, sorted, down, open, focus}) {
  const heads = [...part.querySelectorAll('.sortable th button')];
  if (heads[sorted]) for (let i = 0; i < (down ? 2 : 1); i++) heads[sorted].click();
  const filter = part.querySelector('.filter input');
  if (filter && words) {
    filter.value = words;
    filter.dispatchEvent(new Event('input'));
  }
  part.querySelectorAll('summary').forEach(each => {
    each.parentElement.open = open.has(named(each));
  });
  const focusable = [...part.querySelectorAll('button, input, summary, [tabindex]')];
  if (focusable[focus]) focusable[focus].focus({preventScroll: true});
}

function replace(page) {
  const next = parts(page);
  for (const part of page.querySelectorAll('main > [id]')) {
    const old = document.getElementById(part.id);
    if (part.id === 'curves' || known.get(part.id) === next.get(part.id)) continue;
    const chosen = old ? choices(old) : null;
    if (old) old.replaceWith(part);
    else document.querySelector('main').insertBefore(part, document.getElementById('runs'));
    ready(part);
    if (chosen) choose(part, chosen);
    if (part.id === 'head') part.querySelector('h1').after(status);
  }
  for (const id of known.keys()) if (!next.has(id)) document.getElementById(id)?.remove();
  known = next;
  const text = page.getElementById('data').textContent;
  if (text !== document.getElementById('data').textContent) {
    document.getElementById('data').textContent = text;
    showCurves(JSON.parse(text));
  }
}

const source = new EventSource('events');
source.addEventListener('changed', async () => {
  const answer = await fetch('./');
  replace(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  say('This page changes with its results.');
});
source.addEventListener('error', () => say('The command that watched has ended; this is how things were then.'));
