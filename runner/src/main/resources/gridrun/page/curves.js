'use strict';

/* Learning curves are drawn from the page's data. */

let data = JSON.parse(document.getElementById('data').textContent);
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const COLOURS = 8;
const SHOWN_AT_FIRST = 8;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

const metric = document.getElementById('metric');
const log = document.getElementById('log');
const singles = document.getElementById('singles');
const chart = document.getElementById('chart');
const shown = document.getElementById('shown');
let plot = null;

/** Epochs from 1 on without a gap are told by their number. */
const epochsOf = x => typeof x === 'number' ? Array.from({length: x}, (_, i) => i + 1) : x;

/** Offers what there is to be shown; what was chosen before stays so. */
function offer() {
  const chosen = metric.value;
  metric.replaceChildren(...data.metrics.map(name => new Option(name, name, false, name === chosen)));
  const boxes = new Map([...shown.querySelectorAll('input')].map(box => [box.dataset.label, box.checked]));
  shown.querySelectorAll('label').forEach(label => label.remove());
  data.configurations.forEach((each, i) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    Object.assign(box, {type: 'checkbox', checked: boxes.get(each.label) ?? i < SHOWN_AT_FIRST});
    box.dataset.label = each.label;
    const key = document.createElement('span');
    key.className = 'key';
    key.style.setProperty('--key', `var(--c${i % COLOURS})`);
    label.append(box, key, each.label + (each.remark ? ` (${each.remark})` : ''));
    box.addEventListener('change', draw);
    shown.append(label);
  });
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

function draw() {
  const boxes = [...shown.querySelectorAll('input')];
  const positive = log.checked;
  const fit = y => y === null || positive && y <= 0 ? null : y;
  const series = [], drawn = [], bands = [];
  data.configurations.forEach((each, i) => {
    const curve = each.curves[metric.value];
    if (!boxes[i].checked || !curve) return;
    const stroke = colour(`--c${i % COLOURS}`);
    if (singles.checked) {
      curve.runs.forEach(([x, y]) => {
        series.push({x: epochsOf(x), y: y.map(fit)});
        drawn.push({stroke: stroke + '88', width: 1, points: {show: false}, label: each.label, legend: false});
      });
    } else if (curve.std.some(std => std > 0)) {
      for (const side of [1, -1]) {
        const edge = curve.mean.map((mean, k) => mean === null ? null : fit(mean + side * curve.std[k]));
        series.push({x: epochsOf(curve.x), y: edge});
        drawn.push({stroke: 'transparent', points: {show: false}, label: each.label, legend: false});
      }
      bands.push({series: [drawn.length - 1, drawn.length], fill: stroke + '22'});
    }
    if (!singles.checked || curve.runs.length === 0) {
      series.push({x: epochsOf(curve.x), y: curve.mean.map(fit)});
      drawn.push({stroke, width: 2, points: {show: curve.mean.length < 3}, label: each.label, spanGaps: true});
    }
  });
  if (plot) plot.destroy();
  plot = null;
  const line = {stroke: colour('--line')};
  const axis = {stroke: colour('--faint'), grid: {...line, width: 1}, ticks: line};
  plot = new uPlot({
    width: chart.clientWidth, height: Math.max(260, Math.min(420, chart.clientWidth * .5)),
    scales: {x: {time: false}, y: {distr: positive ? 3 : 1}},
    axes: [{...axis, label: 'epoch', labelSize: 20, incrs: STEPS},
      {...axis, label: metric.value, labelSize: 20, size: 64}],
    series: [{label: 'epoch'}, ...drawn.map(each => ({...each,
      value: (self, y) => y === null || y === undefined ? '–' : Number(y.toPrecision(4)).toString()}))],
    bands, legend: {show: true, live: true}, cursor: {focus: {prox: 16}}, focus: {alpha: .3},
  }, columns(series), chart);
  chart.setAttribute('aria-label', spoken());
  [...chart.querySelectorAll('.u-series')].forEach((row, i) => {
    if (i > 0 && drawn[i - 1].legend === false) row.style.display = 'none';
  });
}

/** What the chart shows, for those who do not see it. */
function spoken() {
  const ends = data.configurations.map(each => [each.label, each.curves[metric.value]]).filter(([, curve]) => curve)
    .map(([label, curve]) => [label, curve.mean.filter(y => y !== null).at(-1)]).filter(([, y]) => y !== undefined)
    .map(([label, y]) => `${label} ${Number(y.toPrecision(3))}`);
  return `${metric.value} by epoch; the means at the end: ${ends.join(', ')}`;
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
