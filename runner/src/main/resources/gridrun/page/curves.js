'use strict';

/* Learning curves are drawn from the page's data. */

let data = JSON.parse(document.getElementById('data').textContent);
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
/* Those of the pictures; one for each value of an axis, the first is a whole line. */
const DASHES = [[], [9, 5], [2, 4], [10, 4, 2, 4], [16, 4]];
const SHOWN_AT_FIRST = 8;
/* More bands hide one another. */
const MOST_BANDS = 4;
/* On a logarithmic axis a band ends at this share of its mean. */
const LOWEST_SHARE = .2;
/* The first epoch is beyond the edge where the rest would have no more than this of the axis. */
const MOST_OF_SQUEEZED = .4;
const LEAST_EPOCHS = 4;
const MOST_TICKS = 7;
/* From the numbers of an axis to its name, in pixels. */
const BESIDE_NUMBERS = 5;
const MARGIN = .05, MARGIN_AT_BOUND = .02;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

const metric = document.getElementById('metric');
const log = document.getElementById('log');
const singles = document.getElementById('singles');
const chart = document.getElementById('chart');
const shown = document.getElementById('shown');
let plot = null;

/** Epochs from 1 on without a gap are told by their number. */
const epochsOf = x => typeof x === 'number' ? Array.from({length: x}, (_, i) => i + 1) : x;

/** A metric in words, and what it cannot be below and above. */
function told(name) {
  const [, words, low, high] = data.metrics.find(each => each[0] === name);
  return {words, low: low ?? -Infinity, high: high ?? Infinity};
}

/** What is to be said of a configuration beside its name: what became of its runs, and which one's line hides its own. */
function remark(each) {
  const same = each.curves[metric.value]?.same ?? null;
  return [each.remark, same === null ? null : `same as ${data.configurations[same].label}`].filter(text => text)
    .map(text => ` (${text})`).join('');
}

/** Offers what there is to be shown; what was chosen before stays so. */
function offer() {
  const chosen = metric.value;
  metric.replaceChildren(...data.metrics.map(([name, words]) => new Option(words, name, false, name === chosen)));
  const boxes = new Map([...shown.querySelectorAll('input')].map(box => [box.dataset.name, box.checked]));
  shown.querySelectorAll('label').forEach(label => label.remove());
  data.configurations.forEach((each, i) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    Object.assign(box, {type: 'checkbox', checked: boxes.get(each.name) ?? i < SHOWN_AT_FIRST});
    box.dataset.name = each.name;
    const value = document.createElement('span');
    value.className = 'value';
    value.setAttribute('aria-hidden', 'true'); // told apart from the name, where arrows move
    label.append(box, key(each), document.createElement('span'), value);
    box.addEventListener('change', draw);
    shown.append(label);
  });
}

/** A piece of a configuration's line. */
function key({colour, dash}) {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  for (const [name, value] of Object.entries({x2: 34, y1: 4, y2: 4, 'stroke-width': 2.5,
    style: `stroke: var(--c${colour})`, 'stroke-dasharray': DASHES[dash].join(' ')})) line.setAttribute(name, value);
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawing.setAttribute('class', 'key');
  drawing.setAttribute('viewBox', '0 0 34 8');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.append(line);
  return drawing;
}

function showCurves(next) {
  data = next;
  offer();
  draw();
}

/** The columns of all series over one axis of epochs, which is what the chart takes. */
function columns(series) {
  const epochs = [...new Set(series.flatMap(each => each.x))].sort((a, b) => a - b);
  const place = new Map(epochs.map((epoch, i) => [epoch, i]));
  return [epochs, ...series.map(each => {
    const column = new Array(epochs.length).fill(null);
    each.x.forEach((epoch, i) => column[place.get(epoch)] = each.y[i]);
    return column;
  })];
}

/** The least and the greatest of some numbers; null where there is none. */
function ends(columns) {
  const all = columns.flat().filter(y => y !== null);
  return all.length ? [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))] : null;
}

/** The range of the values after the first epoch, where that would squeeze them; else null. */
function later([epochs, ...columns], positive) {
  const whole = ends(columns), rest = ends(columns.map(column => column.slice(1)));
  const size = ([low, high]) => positive ? Math.log(high / low) : high - low;
  return epochs.length >= LEAST_EPOCHS && rest && size(rest) <= MOST_OF_SQUEEZED * size(whole) ? rest : null;
}

/** Room around what is shown, but hardly any beyond what can be. */
function around(min, max, {low, high}) {
  const span = max > min ? max - min : Math.abs(max) / 5 || 1;
  return [Math.max(min - MARGIN * span, Math.min(min, low) - MARGIN_AT_BOUND * span),
    Math.min(max + MARGIN * span, Math.max(max, high) + MARGIN_AT_BOUND * span)];
}

/** Round places along a logarithmic axis; over many powers of ten only some of these. */
function logTicks(min, max) {
  const first = Math.floor(Math.log10(min)), powers = Math.ceil(Math.log10(max)) - first + 1;
  const among = (digits, step) => Array.from({length: powers}, (_, i) => i).filter(i => i % step === 0)
    .flatMap(i => digits.map(digit => Number(`${digit}e${first + i}`))).filter(tick => tick >= min && tick <= max);
  return [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]].map(digits => among(digits, 1))
    .find(ticks => ticks.length <= MOST_TICKS) ?? among([1], Math.ceil(powers / MOST_TICKS));
}

/** A number as the pictures have it: with so many digits, and a power of ten in place of many zeros. */
function figure(y, digits, [least, beyond] = [-3, 5]) {
  const [leading, power] = y.toExponential(digits - 1).split('e').map(Number);
  return power >= least && power < beyond ? String(Number(y.toPrecision(digits))) : `${leading}e${power}`;
}

/** The numbers beside an axis, which are written alike: not 1e5 beside 10000. */
function labels(ticks) {
  const isShort = ticks.some(tick => figure(tick, 12).includes('e'));
  return ticks.map(tick => figure(tick, 12, isShort ? [-2, 3] : undefined));
}

/** The room beside an axis that its numbers take. */
function widest(self, values, axis, cycle) {
  const {ticks, gap, font, _size} = self.axes[axis];
  self.ctx.font = font[0];
  const widths = (values ?? []).map(text => self.ctx.measureText(text).width / devicePixelRatio);
  const room = Math.ceil(ticks.size + gap + Math.max(0, ...widths)) + BESIDE_NUMBERS;
  return cycle > 1 ? Math.max(_size, room) : room; // else the axis and its numbers could change one another without end
}

function draw() {
  const boxes = [...shown.querySelectorAll('input')];
  const positive = log.checked;
  const fit = y => y === null || positive && y <= 0 ? null : y;
  const series = [], drawn = [], bands = [];
  const show = (x, y, look) => {
    series.push({x: epochsOf(x), y});
    drawn.push(look);
  };
  const bounds = told(metric.value), banded = boxes.filter(box => box.checked).length <= MOST_BANDS;
  const edge = (mean, std) => mean === null ? null : fit(Math.min(Math.max(mean, bounds.high),
    Math.max(Math.min(mean, bounds.low), positive ? LOWEST_SHARE * mean : -Infinity, mean + std)));
  data.configurations.forEach((each, i) => {
    const curve = each.curves[metric.value];
    boxes[i].parentElement.querySelector('span').textContent = each.label + remark(each);
    if (!boxes[i].checked || !curve) return;
    const stroke = colour(`--c${each.colour}`), dash = DASHES[each.dash];
    const look = {label: each.label, auto: !curve.diverged}; // others set the axis
    if (singles.checked) {
      curve.runs.forEach(([x, y]) => show(x, y.map(fit),
        {...look, stroke: stroke + '88', width: 1, dash, points: {show: false}, legend: false}));
    } else if (banded && curve.std.some(std => std > 0)) {
      for (const side of [1, -1]) {
        show(curve.x, curve.mean.map((mean, k) => edge(mean, side * curve.std[k])),
          {...look, stroke: 'transparent', points: {show: false}, legend: false});
      }
      bands.push({series: [drawn.length - 1, drawn.length], fill: stroke + '22'});
    }
    if (!singles.checked || curve.runs.length === 0) {
      show(curve.x, curve.mean.map(fit),
        {...look, configuration: i, stroke, width: 2, dash, points: {show: curve.mean.length < 3}, spanGaps: true});
    }
  });
  if (drawn.every(each => !each.auto)) drawn.forEach(each => each.auto = true);
  if (plot) plot.destroy();
  plot = null;
  const line = {stroke: colour('--line')};
  const axis = {stroke: colour('--faint'), grid: {...line, width: 1}, ticks: line};
  const shownColumns = columns(series), [epochs, ...ys] = shownColumns;
  const squeezed = later([epochs, ...ys.filter((_, i) => drawn[i].auto)], positive);
  document.getElementById('beyond').textContent = [squeezed && `Epoch ${epochs[0]} is beyond the edge.`,
    drawn.some(each => !each.auto) && 'What diverged may run beyond the edge.'].filter(text => text).join(' ');
  const range = (self, min, max) => {
    if (min === null) return [positive ? 1 : 0, positive ? 10 : 1];
    const [low, high] = squeezed && self.scales.x.min <= epochs[0] ? squeezed : [min, max];
    return positive ? around(Math.log(low), Math.log(high), {low: -Infinity, high: Math.log(bounds.high)}).map(Math.exp)
      : around(low, high, bounds);
  };
  plot = new uPlot({
    width: chart.clientWidth, height: Math.max(260, Math.min(420, chart.clientWidth * .5)),
    scales: {x: {time: false}, y: {distr: positive ? 3 : 1, range}},
    axes: [{...axis, label: 'epoch', labelSize: 20, incrs: STEPS},
      {...axis, label: told(metric.value).words + (positive ? ', log scale' : ''), labelSize: 20, size: widest,
      values: (self, ticks) => labels(ticks),
      ...positive && {splits: (self, place, min, max) => logTicks(min, max), filter: (self, ticks) => ticks}}],
    series: [{label: 'epoch'}, ...drawn],
    bands, legend: {show: false}, cursor: {focus: {prox: 16}}, focus: {alpha: .3}, hooks: {setCursor: [point]},
  }, shownColumns, chart);
  chart.setAttribute('aria-label', spoken());
  point(plot);
}

/** Has the legend say what the means are where the cursor points, which may be nowhere. */
function point({cursor: {idx}, data: [epochs], series}) {
  const there = idx !== null && idx !== undefined;
  shown.querySelector('legend').textContent = `${data.head ?? 'configurations'}${there ? `, epoch ${epochs[idx]}` : ''}`;
  shown.querySelectorAll('.value').forEach((value, i) => {
    const place = series.findIndex(each => each.configuration === i);
    const y = there && place > 0 ? plot.data[place][idx] : null;
    value.textContent = y === null || y === undefined ? '' : figure(y, 4);
  });
}

/** What the chart shows, for those who do not see it. */
function spoken() {
  const ends = data.configurations.map(each => [each, each.curves[metric.value]]).filter(([, curve]) => curve)
    .map(([each, curve]) => [each, curve.mean.filter(y => y !== null).at(-1)]).filter(([, y]) => y !== undefined)
    .map(([each, y]) => `${each.label}${remark(each)} ${figure(y, 3)}`);
  return `${told(metric.value).words} by epoch; the means at the end: ${ends.join(', ')}`;
}

/** What the means shown are at a place, for those who do not see the legend. */
function values(place) {
  const told = plot.series.map((each, i) => [each, plot.data[i][place]]).slice(1)
    .filter(([each, y]) => each.legend !== false && y !== null && y !== undefined)
    .map(([each, y]) => `${each.label} ${figure(y, 3)}`);
  return `epoch ${plot.data[0][place]}: ${told.join('; ')}`;
}

/** Arrows move the cursor from epoch to epoch, plus and minus enlarge and shrink, Escape shows the whole. */
function steer(event) {
  const epochs = plot.data[0], {min, max} = plot.scales.x;
  const at = plot.cursor.idx ?? 0;
  const zoom = factor => {
    const middle = epochs[at], half = (max - min) / 2 * factor;
    plot.setScale('x', {min: Math.max(epochs[0], middle - half), max: Math.min(epochs.at(-1), middle + half)});
  };
  const move = step => {
    const left = plot.valToPos(epochs[Math.max(0, Math.min(epochs.length - 1, at + step))], 'x');
    plot.setCursor({left, top: plot.over.clientHeight / 2});
    document.getElementById('told').textContent = values(plot.cursor.idx);
  };
  const keys = {ArrowLeft: () => move(-1), ArrowRight: () => move(1), Home: () => move(-epochs.length),
    End: () => move(epochs.length), '+': () => zoom(.5), '-': () => zoom(2), Escape: draw};
  if (event.target === chart && keys[event.key]) {
    keys[event.key]();
    event.preventDefault();
  }
}

chart.addEventListener('keydown', steer);
for (const each of [metric, log, singles]) each.addEventListener('change', draw);
document.getElementById('whole').addEventListener('click', draw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
new ResizeObserver(() => plot && plot.setSize({width: chart.clientWidth, height: plot.height})).observe(chart);
showCurves(data);
